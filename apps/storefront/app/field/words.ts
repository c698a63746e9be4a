import type { FieldLogLine } from '@chophien/contracts';
import type { FieldSentences } from '@chophien/ui';
import type { z } from 'zod';

/** What to do about each field of the field's forms. */
export const sentences: FieldSentences = {
  head: 'Ghi họ tên chủ hộ, từ 2 đến 80 chữ.',
  phones: 'Ghi số di động mười chữ số của hộ, không phải số của bạn.',
  where: 'Chọn thôn, bản trong địa bàn của bạn.',
  citizenNumber: 'Số căn cước có mười hai chữ số.',
  rights: 'Chọn ít nhất một việc hộ cho làm thay.',
  agreed: 'Hãy đọc lại cho hộ nghe rồi đánh dấu.',
  until: 'Chọn một ngày từ hôm nay trở đi.',
  slip: 'Chụp phiếu có chữ ký của hộ.',
  code: 'Gõ sáu chữ số hộ đọc cho bạn.',
  name: 'Ghi tên gian hàng, từ 2 đến 80 chữ.',
  crops: 'Chọn ít nhất một loại hàng, nhiều nhất 12.',
  story: 'Lời giới thiệu nhiều nhất 600 chữ.',
  'sub-area': 'Tên thôn, bản nhiều nhất 80 chữ.',
  address: 'Địa chỉ nhiều nhất 200 chữ.',
  day: 'Chọn ngày đã đến thăm, hôm nay hoặc trước đó.',
  done: 'Ghi đã làm gì, nhiều nhất 600 chữ.',
  missing: 'Ghi còn thiếu gì, nhiều nhất 600 chữ.',
  next: 'Chọn ngày hẹn lần sau.',
};

/** What an entry was about. */
export const kinds: Record<z.infer<typeof FieldLogLine>['kind'], string> = {
  household: 'Hộ mới',
  'consent-code': 'Hộ đồng ý, bằng mã',
  'consent-slip': 'Hộ đồng ý, bằng phiếu',
  answers: 'Câu trả lời',
  visit: 'Buổi thăm',
  'hand-over': 'Bàn giao',
};

export const outcomes = {
  applied: { word: 'Đã ghi', tone: 'good' },
  conflict: { word: 'Ghi một phần', tone: 'wait' },
  refused: { word: 'Chưa ghi', tone: 'bad' },
} as const;

/** What a household may let its helper do. */
export const rightWords = {
  'producer.prepare': 'Ghi hồ sơ gian hàng',
  'paper.hand-in': 'Nộp giấy tờ',
  'listing.publish': 'Đăng bán và sửa giá',
} as const;

/** What is missing, in the words of the list. */
export const missingWords = (left: number | null): string =>
  left === null ? '' : left === 0 ? 'Đủ việc, chờ gửi' : `Còn ${left} việc`;
