import { expect, test } from 'vitest';
import { answeredWith, answersIn, type Answers } from './answers.ts';
import { labelFields, missingStep, stepAfter, stepBefore, wayOf, wrongsOn } from './judge.ts';
import type { Known, LabelRow } from './kit.ts';
import { checkLines } from './lines.ts';
import type { Step } from './path.ts';
import { typedOf } from './typed.ts';

const form = (values: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.append(name, value);
  return made;
};
const row = (name: string, given: Partial<LabelRow> = {}): LabelRow => ({
  ...{ name, words: name, hint: '', processes: ['processed'], categories: null, required: true, coveredByPack: false },
  ...given,
});
const lychee: Known = {
  ...{
    id: 'lychee',
    name: 'Vải thiều',
    category: 'trai-cay',
    shelf: 'nong-san-tuoi',
    storage: 'chilled',
    service: false,
  },
  labels: [row('usage', { required: false }), row('shelf-life'), row('net-quantity', { coveredByPack: true })],
  traits: [],
};
const visit: Known = { ...lychee, id: 'farm_visit', name: 'Thăm vườn', service: true, labels: [] };
const said = (before: Answers, step: Step, values: Record<string, string>): Answers =>
  answeredWith(before, step, answersIn(step, form(values)));
const photographed: Answers = { pictures: [{ id: crypto.randomUUID() }] };

test('one screen after the other, until nothing is missing', () => {
  expect(missingStep({}, undefined)).toBe('anh');
  let answers = said(photographed, 'mon', { commodity: 'lychee' });
  expect(missingStep(answers, lychee)).toBe('ten');
  answers = said(answers, 'ten', { name: ' Vải thiều sớm ' });
  answers = said(answers, 'che-bien', { process: 'fresh' });
  answers = said(answers, 'gia', { price: '25k', unit: 'kg' });
  answers = said(answers, 'so-luong', { quantity: '50', minimum: '1', increment: '0,5' });
  answers = said(answers, 'thu-hoach', { harvestFrom: '2027-06-01', harvestTo: '' });
  expect(missingStep(answers, lychee)).toBe('nguon-goc');
  answers = said(answers, 'nguon-goc', { origin: 'self_produced', growingArea: '' });
  expect(missingStep(answers, lychee)).toBeUndefined();
  expect(answers).toMatchObject({ name: 'Vải thiều sớm', price: 25_000, quantity: 50_000, harvestFrom: '2027-06-01' });
  // How it is kept, and how far it is sent, follow from what it is until somebody says otherwise.
  expect(checkLines(answers, lychee).find(({ step }) => step === 'cach-giu')?.strong).toBe('Giữ lạnh');
});

test('what can be seen without the server is told at its box', () => {
  const wrong = (step: Step, values: Record<string, string>, before: Answers = {}) =>
    Object.keys(wrongsOn(step, said(before, step, values), lychee));
  expect(wrong('gia', { price: '25', unit: 'kg' })).toEqual(['price']);
  expect(wrong('gia', { price: 'hai lăm', unit: 'kg' })).toEqual(['price']);
  expect(wrong('gia', { price: '40k', unit: 'hop', packQuantity: '0' })).toEqual(['pack']);
  expect(wrong('so-luong', { quantity: '50', minimum: '0,7', increment: '0,5' })).toEqual(['minimum']);
  expect(wrong('thu-hoach', { harvestFrom: '2027-06-10', harvestTo: '2027-06-01' })).toEqual(['harvestTo']);
  expect(wrong('ban-tu', { repeatsYearly: '1' })).toEqual(['repeatsYearly']);
  expect(wrong('ban-tu', { repeatsYearly: '1', sellFrom: '2027-06-01', sellTo: '2028-06-01' })).toEqual(['sellTo']);
  expect(wrong('ten', { name: 'ab' })).toEqual(['name']);
});

test('a day that is taken out again does not stay behind', () => {
  expect(said({ harvestFrom: '2027-06-01' }, 'thu-hoach', {}).harvestFrom).toBeUndefined();
});

test('processed goods are asked for their label, but not for what the pack says already', () => {
  const fresh: Answers = { ...photographed, process: 'fresh' };
  expect(wayOf(fresh, lychee)).not.toContain('nhan');
  const processed: Answers = { ...fresh, process: 'processed', unit: 'hu' };
  expect(wayOf(processed, lychee)).toContain('nhan');
  expect(labelFields(processed, lychee).map(({ name }) => name)).toEqual(['shelf-life', 'net-quantity', 'usage']);
  const packed: Answers = { ...processed, pack: { quantity: 500, unit: 'kg' } };
  expect(labelFields(packed, lychee).map(({ name }) => name)).toEqual(['shelf-life', 'usage']);
  expect(Object.keys(wrongsOn('nhan', packed, lychee))).toEqual(['label']);
  expect(wrongsOn('nhan', said(packed, 'nhan', { 'label.shelf-life': '6 tháng' }), lychee)).toEqual({});
});

test('a service is asked for its days instead of how much there is', () => {
  expect(wayOf(photographed, visit)).toEqual(['anh', 'mon', 'ten', 'gia', 'ngay', 'xem-lai']);
  const id = crypto.randomUUID();
  const typed = { dateId: id, [`day-${id}`]: '2999-01-02', [`hour-${id}`]: '08:30', [`places-${id}`]: '12' };
  const { dates } = said(photographed, 'ngay', typed);
  expect(dates).toEqual([{ id, startsAt: '2999-01-02T01:30:00.000Z', places: 12 }]);
  expect(wrongsOn('ngay', { dates: [{ id, startsAt: '2020-01-01T00:00:00.000Z', places: 1 }] }, visit)).toHaveProperty(
    'dates',
  );
});

test('a price by the pack is read back as what a kilogram comes to', () => {
  const answers = said({}, 'gia', { price: '40.000', unit: 'hop', packQuantity: '0,5', packUnit: 'kg' });
  const line = checkLines(answers, lychee).find(({ step }) => step === 'gia');
  const plainly = [line?.strong, ...(line?.more ?? [])].map((words) => words?.replaceAll('\u00a0', ' '));
  const more = ['bốn mươi nghìn đồng một hộp', 'Mỗi hộp có 0,5 kg', 'tức 80.000 ₫/kg'];
  expect(plainly).toEqual(['40.000 ₫/hộp', ...more]);
  // By weight a pack makes no sense, and what stood there before is taken back.
  expect(said(answers, 'gia', { price: '40.000', unit: 'kg', packQuantity: '0,5' }).pack).toBeUndefined();
});

test('what was answered stands in its form again as it was typed', () => {
  const steps: [Step, Record<string, string>][] = [
    ['gia', { price: '40000', unit: 'hop', packQuantity: '0,5', packUnit: 'kg' }],
    ['so-luong', { quantity: '1.500', minimum: '1', increment: '0,5' }],
    ['ban-tu', { sellFrom: '2027-06-01', sellTo: '2027-06-30', repeatsYearly: '1' }],
    ['nhan', { 'label.shelf-life': '6 tháng' }],
    ['nguon-goc', { origin: 'bought_in', growingArea: 'VN-BGOR-0012' }],
  ];
  for (const [step, values] of steps) {
    const typed = typedOf(step, answersIn(step, form(values)));
    for (const [name, value] of Object.entries(values))
      expect([step, name, typed[name]]).toEqual([step, name, [value]]);
  }
});

test('an extra question leads back to the page it was opened from', () => {
  expect(stepAfter('giao', photographed, lychee)).toBe('xem-lai');
  expect(stepBefore('giao', photographed, lychee)).toBe('xem-lai');
  expect(stepBefore('anh', photographed, lychee)).toBeUndefined();
  expect(stepAfter('ten', photographed, visit)).toBe('gia');
});
