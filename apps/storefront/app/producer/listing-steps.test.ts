import { expect, test } from 'vitest';
import type { ListingDraft } from './listing-draft.ts';
import { answered, missingStep } from './listing-steps.ts';

const form = (values: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.append(name, value);
  return made;
};
const picture = {
  id: crypto.randomUUID(),
  hash: 'a'.repeat(32),
  width: 400,
  height: 300,
  colour: '#aabbcc',
  focus: { x: 0.5, y: 0.5 },
  widths: [320],
  avif: false,
};
const begun: ListingDraft = { id: crypto.randomUUID(), pictures: [picture] };
const amounts = { quantity: '50', increment: '0,5', minimum: '1' };

test('one screen after the other, until nothing is missing', () => {
  expect(missingStep({ ...begun, pictures: [] })).toBe('anh');
  let draft = answered(begun, 'mon', form({ commodity: 'lychee', name: 'Vải  thiều sớm' }));
  expect(missingStep(draft)).toBe('gia');
  draft = answered(draft, 'gia', form({ price: '25k', unit: 'kg' }));
  draft = answered(draft, 'so-luong', form({ ...amounts, harvestFrom: '2026-11-01', harvestTo: '2026-12-01' }));
  draft = answered(draft, 'cach-giu', form({ storage: 'chilled', origin: 'self_produced', description: '' }));
  expect(missingStep(draft)).toBeUndefined();
  expect(draft).toMatchObject({ name: 'Vải thiều sớm', price: 25_000, quantity: 50_000, minimum: 1_000 });
});

const fieldsOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as { details: { errors: { field: string }[] } }).details.errors.map(({ field }) => field);
  }
};

test('a price with too few zeros is told at the price', () => {
  expect(fieldsOf(() => answered(begun, 'gia', form({ price: '25', unit: 'kg' })))).toEqual(['price']);
});

test('a least amount that is no whole number of steps is told there', () => {
  expect(fieldsOf(() => answered(begun, 'so-luong', form({ ...amounts, minimum: '0,7' })))).toEqual(['minimum']);
});

test('a harvest that ends before it begins is told at its end', () => {
  const days = { harvestFrom: '2026-12-01', harvestTo: '2026-11-01' };
  expect(fieldsOf(() => answered(begun, 'so-luong', form({ ...amounts, ...days })))).toEqual(['harvestTo']);
});

test('a harvest day that is taken out again does not stay behind', () => {
  const draft = { ...begun, harvestFrom: '2026-11-01' };
  expect(answered(draft, 'so-luong', form(amounts)).harvestFrom).toBeUndefined();
});
