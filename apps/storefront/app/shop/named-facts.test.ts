import { expect, test } from 'vitest';
import { namedFacts } from './named-facts.ts';

const attributes = [
  { id: 'dang', name: 'Dạng', category: 'gao', choices: [{ value: 'gao-lut', label: 'Gạo lứt' }] },
  { id: 'dang', name: 'Dạng', category: 'tra', choices: [{ value: 'bup-kho', label: 'Búp khô' }] },
];
const field = {
  field: 'ingredients',
  name: 'Thành phần',
  hint: '',
  processes: [],
  categories: null,
  required: true,
  coveredByPack: false,
  validFrom: '2026-01-23',
  legalReference: 'Nghị định 37/2026/NĐ-CP',
};

test('what is told apart and what the label says stand under the names people read', () => {
  const listing = { attributes: { dang: 'bup-kho' }, label: { ingredients: 'Chè Shan tuyết' } };
  expect(namedFacts(listing, attributes, [field])).toEqual([
    { name: 'Dạng', words: 'Búp khô' },
    { name: 'Thành phần', words: 'Chè Shan tuyết' },
  ]);
});

test('what has no name any more is left out', () => {
  expect(namedFacts({ attributes: { mui: 'thom' }, label: { old: 'x' } }, attributes, [field])).toEqual([]);
});
