import type { DataRequest, DataRequestKind } from '@chophien/contracts';
import { type Tone, when } from '@chophien/ui';

/** What one may ask for, as it is chosen and as it is read later. */
export const requestKinds: Record<DataRequestKind, string> = {
  copy: 'Xin bản sao dữ liệu',
  correct: 'Sửa dữ liệu ghi sai',
  delete: 'Xóa dữ liệu của tôi',
  restrict: 'Tạm dừng dùng dữ liệu của tôi',
  object: 'Không đồng ý một việc dùng dữ liệu',
};

type Asked = Exclude<DataRequestKind, 'copy'>;

/** What each of them means for her, and what stays as the law wants it; lengths of time stand with each answer. */
export const meanings: Record<Asked, { short: string; means: readonly string[]; asks: string; needsText: boolean }> = {
  correct: {
    short: 'Tên, ngày sinh, địa chỉ hay giấy tờ ghi không đúng.',
    means: [
      'Tên, nơi ở, hàng định bán bạn tự sửa được ở mục Hồ sơ của tôi, không phải chờ.',
      'Chỗ nào không tự sửa được, cán bộ xem và sửa giúp. Có khi cần xem giấy tờ để đối chiếu.',
    ],
    asks: 'Chỗ nào sai, đúng ra là gì?',
    needsText: true,
  },
  delete: {
    short: 'Không dùng Chợ Phiên nữa và muốn xóa.',
    means: [
      'Tài khoản, hồ sơ, giấy tờ, ảnh của bạn bị xóa. Xóa rồi không lấy lại được.',
      'Phải đóng gian hàng và giao xong các đơn trước đã.',
      'Luật bắt giữ lại một phần, như sổ sách mua bán và chứng từ tiền. Khi trả lời, chúng tôi ghi rõ giữ gì, theo luật nào, đến ngày nào; phần giữ lại không dùng vào việc khác.',
    ],
    asks: 'Có điều gì cần nói thêm không?',
    needsText: false,
  },
  restrict: {
    short: 'Giữ nguyên nhưng chưa dùng, ví dụ trong lúc chờ sửa.',
    means: [
      'Dữ liệu vẫn được giữ, nhưng không dùng vào việc bạn nêu cho đến khi bạn cho dùng lại.',
      'Nếu việc đó cần cho bán hàng thì gian hàng có thể phải ngừng trong lúc ấy. Đơn đã nhận vẫn giao.',
      'Việc luật bắt phải làm, như sổ sách và báo cáo cho cơ quan nhà nước, thì không dừng được.',
    ],
    asks: 'Tạm dừng dùng dữ liệu nào, vào việc gì?',
    needsText: true,
  },
  object: {
    short: 'Ví dụ không muốn số liệu của nhà mình vào thống kê.',
    means: [
      'Nói rõ việc nào bạn không đồng ý. Chúng tôi dừng việc đó, hoặc trả lời vì sao luật bắt phải làm.',
      'Điều bạn đã bấm đồng ý thì rút lại được ngay ở mục Hồ sơ của tôi, không phải chờ.',
    ],
    asks: 'Bạn không đồng ý việc gì?',
    needsText: true,
  },
};

export const requestStates: Record<DataRequest['state'], { word: string; tone: Tone }> = {
  made: { word: 'Đã gửi', tone: 'wait' },
  acknowledged: { word: 'Đang giải quyết', tone: 'plain' },
  granted: { word: 'Đã làm', tone: 'good' },
  refused: { word: 'Không làm được', tone: 'bad' },
};

/** Both clocks, each said until it has been kept: when somebody answers that it came, and when it is done. */
export const clocks = (
  request: Pick<DataRequest, 'state' | 'replyBy' | 'acknowledgedAt' | 'dueAt' | 'extended' | 'decidedAt' | 'late'>,
): string[] => {
  if (request.decidedAt) return [`Trả lời lúc ${when(request.decidedAt)}${request.late ? ', trễ hẹn' : ''}.`];
  const { acknowledgedAt, replyBy, dueAt, extended, late } = request;
  return [
    acknowledgedAt ? `Cán bộ đã nhận lúc ${when(acknowledgedAt)}.` : `Cán bộ báo đã nhận trước ${when(replyBy)}.`,
    `Làm xong trước ${when(dueAt)}.`,
    ...(extended ? [`Đã lùi hạn đến ${when(extended.until)}, vì: ${extended.reason}`] : []),
    ...(late ? ['Việc này đang trễ hẹn. Xin lỗi bạn; bạn có thể gọi điện để hỏi.'] : []),
  ];
};

/** Why somebody looked, by the purpose that was noted, or by its beginning. */
const purposes: readonly (readonly [start: string, words: string])[] = [
  ['application.assist', 'Xem hồ sơ để làm giúp bạn'],
  ['application.queue', 'Xem danh sách hồ sơ chờ duyệt'],
  ['application.', 'Xem hồ sơ bán hàng để xét duyệt'],
  ['onboarding.', 'Xem hồ sơ bán hàng để xét duyệt'],
  ['paper.queue', 'Xem danh sách giấy tờ chờ kiểm tra'],
  ['paper.', 'Xem giấy tờ để kiểm tra'],
  ['household.import', 'Nhập danh sách hộ của xã'],
  ['household.assist', 'Đến nhà ghi hồ sơ giúp bạn'],
  ['caseload.tour', 'Lên lịch đi thăm các hộ'],
  ['caseload.print', 'In phiếu mang đến nhà'],
  ['caseload.board', 'Xem danh sách hộ của xã'],
  ['caseload.', 'Theo dõi việc giúp hộ của bạn'],
  ['training.list', 'Xem danh sách dự tập huấn'],
  ['training.skills', 'Xem và ký kỹ năng sau tập huấn'],
  ['training.', 'Tìm hộ để ghi danh sách tập huấn'],
  ['support.', 'Xem việc bạn nhờ giúp'],
  ['identity.cooperative-members', 'Xem danh sách thành viên hợp tác xã'],
  ['catalogue.supplies', 'Xem hàng các hộ thành viên góp cho hợp tác xã'],
  ['recovery', 'Chuyển tài khoản sang số điện thoại mới'],
  ['people', 'Quản lý người có quyền trên Chợ Phiên'],
  ['delivery', 'Xem đơn hàng để giao'],
  ['authority', 'Trả lời yêu cầu bằng văn bản của cơ quan nhà nước'],
  ['data request', 'Giải quyết yêu cầu của bạn về dữ liệu'],
  ['audit.read', 'Kiểm tra ai đã xem, đã sửa dữ liệu'],
];

/** The purpose of a look in plain words; one that is not known is still told as a look. */
export const purposeWords = (what: string): string =>
  purposes.find(([start]) => what.startsWith(start))?.[1] ?? 'Xem thông tin của bạn hoặc của hộ';

const unnamed: Readonly<Record<string, string>> = {
  official: 'Một cán bộ',
  person: 'Một người làm giúp',
  partner: 'Một đơn vị đối tác',
};

/** Who looked: by name, or by what they are when no name is known. */
export const whoWords = (who: string): string => unnamed[who] ?? who;
