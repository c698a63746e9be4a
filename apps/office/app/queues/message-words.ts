/** Why a message did not go out, by what the company answered last; our own reasons come first. */
const reasons: Record<string, string> = {
  'no phone': 'Hộ chưa có số điện thoại, hoặc số đã đổi',
  unreachable: 'Không nối được với bên gửi tin',
  '-118': 'Số này không dùng Zalo',
  '-114': 'Số này không nhận tin Zalo',
  '99': 'Số điện thoại sai hoặc không liên lạc được',
  '103': 'Tài khoản gửi tin đã hết tiền: báo người vận hành',
};

/** In words; an answer nobody knows is told as it is. */
export const whyWords = (why: string | null): string =>
  why === null ? 'Không rõ lý do' : (reasons[why] ?? `Bên gửi tin từ chối, mã ${why}`);

/** How it was to go out. */
export const providerWords = (provider: string): string =>
  provider === 'zalo' ? 'Zalo' : provider === 'sms' ? 'SMS' : provider;
