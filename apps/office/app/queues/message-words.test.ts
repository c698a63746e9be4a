import { expect, test } from 'vitest';
import { providerWords, whyWords } from './message-words.ts';

test('why a message did not arrive is told in words, and an unknown answer as it is', () => {
  expect(whyWords('no phone')).toBe('Hộ chưa có số điện thoại, hoặc số đã đổi');
  expect(whyWords('777')).toBe('Bên gửi tin từ chối, mã 777');
  expect(whyWords(null)).toBe('Không rõ lý do');
  expect(providerWords('sms')).toBe('SMS');
});
