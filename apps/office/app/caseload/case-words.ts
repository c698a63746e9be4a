import type { CaseView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { itemWords, taskWords } from '../applications/item-words.ts';

/** Requirements by their short names; one that is not here is told by its task. */
const requirementWords: Record<string, string> = {
  'stall-named': 'Gian hàng',
  'place-given': 'Nơi làm ra hàng',
  identity: 'Xác minh căn cước',
  'business-registration': 'Giấy đăng ký hợp tác xã',
  'food-safety': 'An toàn thực phẩm',
  'tax-code': 'Mã số thuế',
  'bank-account': 'Tài khoản nhận tiền',
  'consent-trading-rules': 'Đồng ý quy định bán hàng',
  'consent-selling': 'Đồng ý dùng thông tin',
};

/** What a household lacks, each once, in words. */
export const missingWords = (missing: readonly string[]): string[] => [
  ...new Set(
    missing.map((code) => (itemWords as Record<string, string>)[code] ?? requirementWords[code] ?? 'Giấy tờ khác'),
  ),
];

/** `An toàn thực phẩm · 12 ngày`. */
export const stuckWords = ({ stuckAt, status, days }: Pick<CaseView, 'stuckAt' | 'status' | 'days'>): string => {
  const since = days < 1 ? 'từ hôm nay' : `${days} ngày`;
  if (status === 'active') return `Đang bán, ${since}`;
  if (stuckAt === null)
    return `${status === 'draft' || status === 'returned' ? 'Chờ hộ nộp hồ sơ' : 'Không thiếu gì'}, ${since}`;
  return `${taskWords[stuckAt]}, ${since}`;
};

export const visitWords = ({ nextVisit, overdue }: Pick<CaseView, 'nextVisit' | 'overdue'>): string =>
  nextVisit ? `${formatDay(nextVisit)}${overdue ? ' (đã quá ngày)' : ''}` : 'Chưa hẹn';

const happened: Record<string, string> = {
  'producer.entered': 'Được ghi vào hệ thống',
  'producer.taken-over': 'Hộ tự nhận gian hàng',
  'producer.renamed': 'Đổi tên gian hàng',
  'member.joined': 'Có người hoặc hộ mới vào',
  'member.left': 'Có người hoặc hộ rời đi',
  'delegation.given': 'Cho người khác làm hộ',
  'delegation.ended': 'Thôi cho người khác làm hộ',
  'application.answered': 'Trả lời thêm trong hồ sơ',
  'application.submitted': 'Nộp hồ sơ',
  'application.taken': 'Cán bộ nhận xem hồ sơ',
  'application.returned': 'Hồ sơ được trả lại để bổ sung',
  'producer.approved': 'Hồ sơ được duyệt',
  'producer.activated': 'Bán hàng được',
  'producer.suspended': 'Gian hàng bị tạm ngừng',
  'producer.reinstated': 'Gian hàng được mở lại',
  'producer.closed': 'Gian hàng đóng',
  'consent.given': 'Đồng ý một nội dung',
  'consent.withdrawn': 'Rút lại đồng ý',
  'verification.decided': 'Cán bộ kiểm tra xong một mục',
  'requirement.lapsed': 'Một yêu cầu hết hiệu lực',
  'requirement.restored': 'Một yêu cầu có hiệu lực lại',
  'paper.added': 'Nộp giấy tờ',
  'paper.verified': 'Giấy tờ được xác nhận',
  'paper.refused': 'Giấy tờ không được nhận',
  'paper.expired': 'Giấy tờ hết hạn',
  'household.visited': 'Được đến thăm',
};

/** What happened to a household, in words; a thing without words is told as the API says it. */
export const happenedWords = (what: string): string =>
  Object.hasOwn(happened, what) ? (happened[what] ?? what) : what;
