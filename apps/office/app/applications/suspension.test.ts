import { Problem } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { suspensionIn } from './suspension.ts';

const form = (values: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.append(name, value);
  return made;
};

const refusedAt = (values: Record<string, string>): unknown => {
  try {
    return suspensionIn(form(values));
  } catch (error) {
    return error instanceof Problem ? (error.details.errors as { field: string }[])[0]?.field : error;
  }
};

const reason = 'Rau có dư lượng thuốc, chờ kiểm tra lại.';

test('a stall is suspended at once only with the number of an order', () => {
  expect(suspensionIn(form({ way: 'order', order: '12/QĐ-QLTT', reason }))).toEqual({ reason, order: '12/QĐ-QLTT' });
  expect(refusedAt({ way: 'order', order: ' ', reason })).toBe('order');
});

test('a number beside five days of notice is asked about, never dropped', () => {
  expect(refusedAt({ way: 'notice', order: '12/QĐ-QLTT', reason })).toBe('way');
  expect(suspensionIn(form({ way: 'notice', order: '', reason }))).toEqual({ reason });
});

test('nothing is chosen for the officer', () => {
  expect(refusedAt({ reason })).toBe('way');
});
