import { expect, test } from 'vitest';
import { goodsOf } from './listed-goods.rules.ts';

const known = [
  { id: 'lychee', folded: 'vai thieu' },
  { id: 'honey', folded: 'mat ong' },
];

test('what a list calls a household’s goods is found among ours, the rest is kept as it was written', () => {
  expect(goodsOf('Vải thiều, mật ong rừng; chổi đót', known)).toEqual({ crops: ['lychee', 'honey'], rest: 'chổi đót' });
  expect(goodsOf('vải và Vai thieu', known)).toEqual({ crops: ['lychee'], rest: '' });
  expect(goodsOf(null, known)).toEqual({ crops: [], rest: '' });
});
