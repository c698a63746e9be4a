import { expect, test } from 'vitest';
import { remarkSentences, remarksIn } from './item-words.ts';

const form = (...pairs: [string, string][]): FormData => {
  const made = new FormData();
  for (const [name, value] of pairs) made.append(name, value);
  return made;
};

test('a reason counts even when its box was not ticked, an empty line does not', () => {
  const { remarks } = remarksIn(form(['reason-address', 'Thiếu tên thôn'], ['reason-crops', '  ']));
  expect(remarks).toEqual([{ item: 'address', reason: 'Thiếu tên thôn' }]);
});

test('a ticked item without a reason is told at its own line', () => {
  const { remarks, fieldOf } = remarksIn(form(['item', 'note'], ['item', 'name'], ['reason-name', 'Trùng tên']));
  expect(remarks.map(({ item }) => item)).toEqual(['name', 'note']);
  expect(fieldOf('remarks[1].reason')).toBe('reason-note');
  expect(remarkSentences[fieldOf('remarks[1].reason')]).toContain('Ghi thêm');
});

test('nothing ticked at all is told on the list', () => {
  const { remarks, fieldOf } = remarksIn(form());
  expect(remarks).toEqual([]);
  expect(remarkSentences[fieldOf('remarks')]).toBe('Đánh dấu ít nhất một mục cần sửa.');
});
