import { expect, test } from 'vitest';
import { actorWords, doneWords, purposeWords, subjectWords } from './audit-words.ts';

const id = '0190b6a2-0000-7000-8000-00000abcdef1';

test('a deed is told in words, and one without words by its own name', () => {
  expect(doneWords('producer.approved')).toBe('Duyệt hồ sơ');
  expect(doneWords('something.new')).toBe('something.new');
});

test('two officials without a name can be told apart', () => {
  expect(actorWords('official', id, null)).toBe('Cán bộ …0abcdef1');
  expect(actorWords('official', id, 'Cán bộ mẫu')).toBe('Cán bộ mẫu');
  expect(actorWords('system', null, null)).toBe('Hệ thống');
});

test('what a look was for is said in words', () => {
  expect(purposeWords('application.decide')).toBe('Xét hồ sơ bán hàng');
  expect(purposeWords('audit.read, subject x')).toBe('Đọc nhật ký, subject x');
  expect(purposeWords(null)).toBe('–');
  expect(subjectWords('audit:24')).toBe('Nhật ký');
});
