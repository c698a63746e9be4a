import { answerItems, taskIds } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { answerWords, itemsOf, remarkablesOf, remarkWord } from './item-words.ts';
import { remarkSentences, remarksIn } from './remarks.ts';
import { ageWords, tabOf, unmet } from './status-words.ts';

const form = (...pairs: [string, string][]): FormData => {
  const made = new FormData();
  for (const [name, value] of pairs) made.append(name, value);
  return made;
};

const requirements: Parameters<typeof remarkablesOf>[1] = [
  { id: 'identity', task: 'identity', title: 'Căn cước của chủ hộ', papers: [], kind: 'verified', state: 'met' },
  {
    id: 'food-safety-basis',
    task: 'food-safety',
    title: 'Căn cứ an toàn thực phẩm',
    papers: ['vietgap'],
    kind: 'verified',
    state: 'waiting',
  },
  { id: 'stall-named', task: 'stall', title: 'Gian hàng có tên', papers: [], kind: 'computed', state: 'met' },
];
const asked = taskIds.flatMap((task) => remarkablesOf(task, requirements));

test('every answer belongs to one task, and every answer, requirement and task can be sent back', () => {
  expect(taskIds.flatMap(itemsOf).toSorted()).toEqual([...answerItems].toSorted());
  expect(asked.map(({ item }) => item)).toEqual(
    expect.arrayContaining([...answerItems, 'identity', 'food-safety-basis', 'money']),
  );
});

test('what the house reckons from the answers is not remarked on beside them', () => {
  expect(asked.map(({ item }) => item)).not.toContain('stall-named');
});

test('a requirement that bears the name of a task is asked about once', () => {
  const items = asked.map(({ item }) => item);
  expect(new Set(items).size).toBe(items.length);
});

test('a reason counts even when its box was not ticked, an empty line does not', () => {
  const { remarks } = remarksIn(form(['reason-address', 'Thiếu tên thôn'], ['reason-crops', '  ']), asked);
  expect(remarks).toEqual([{ item: 'address', reason: 'Thiếu tên thôn' }]);
});

test('a ticked item without a reason is told at its own line', () => {
  const sent = form(['item', 'food-safety-basis'], ['item', 'name'], ['reason-name', 'Trùng tên']);
  const { remarks, fieldOf } = remarksIn(sent, asked);
  expect(remarks.map(({ item }) => item)).toEqual(['name', 'food-safety-basis']);
  expect(remarkSentences(asked)[fieldOf('remarks[1].reason')]).toContain('Căn cứ an toàn thực phẩm');
});

test('an item nobody was asked about is not sent, whatever the form says', () => {
  expect(remarksIn(form(['item', 'payout'], ['reason-payout', 'Số tài khoản lạ']), asked).remarks).toEqual([]);
});

test('a remark on a requirement that is no longer asked keeps its own name', () => {
  expect(remarkWord('identity', requirements)).toBe('Căn cước của chủ hộ');
  expect(remarkWord('sub-area', requirements)).toBe('Thôn, bản, khu');
  expect(remarkWord('giay-cu', requirements)).toBe('giay-cu');
});

test('what a household sells and where it lives is read in names, not in codes', () => {
  const names = {
    commodity: (id: string) => ({ lychee: 'Vải thiều', honey: 'Mật ong' })[id] ?? id,
    commune: 'Xã Phúc Hòa',
  };
  expect(answerWords('crops', ['lychee', 'honey'], names)).toBe('Vải thiều, Mật ong');
  expect(answerWords('commune', '07330', names)).toBe('Xã Phúc Hòa');
  expect(answerWords('kind', 'household', names)).toBe('Hộ gia đình');
});

test('how long it has waited is said in days', () => {
  expect(ageWords('submitted', 6)).toBe('chờ 6 ngày');
  expect(ageWords('submitted', 0)).toBe('chờ từ hôm nay');
  expect(ageWords('suspended', 3)).toBe('đã 3 ngày');
});

test('an address that asks for a part nobody knows opens the first', () => {
  expect(tabOf('dang-ban').status).toBe('active');
  expect(tabOf('toString').status).toBe('submitted');
});

test('what is missing for selling does not keep an officer from approving', () => {
  const { approval, selling } = unmet([
    { state: 'waiting', due: 'before-approval' },
    { state: 'missing', due: 'before-selling' },
    { state: 'expiring', due: 'before-submission' },
  ]);
  expect(approval).toEqual([{ state: 'waiting', due: 'before-approval' }]);
  expect(selling).toHaveLength(1);
});
