import { problems } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { sentence, sentenceFor } from './words.ts';

test('every refusal is told in a Vietnamese sentence that ends like one', () => {
  const odd = Object.keys(problems).filter(
    (code) => !/^\p{Lu}.*[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ].*\.$/u.test(sentenceFor(code)),
  );
  expect(odd).toEqual([]);
});

test('too little stock says how much there still is', () => {
  const details = { available: 1500, unit: 'kg' };
  expect(sentence({ code: 'stock.too-little', details })).toContain('1,5\u00a0kg');
});

test('a changed total says the new one', () => {
  expect(sentence({ code: 'ordering.total-changed', details: { total: 125_000 } })).toContain('125.000\u00a0₫');
});

test('a name nobody knows is told as a fault of ours', () => {
  expect(sentenceFor('__proto__')).toContain('lỗi ở phía chúng tôi');
});
