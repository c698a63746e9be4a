import { answerItems, Problem } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { banks } from './banks.ts';
import { asksForBasis, bases, holdsWithoutPaper, onlyBasis, papersFor } from './bases.ts';
import { birthDayIn } from './birth-day.ts';
import { aRequirement } from './testing.ts';
import { answerIn, questionOf, questions } from './questions.ts';

const form = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const now = new Date('2026-11-23T02:00:00.000Z');

test('every answer there is has exactly one question, at an address of its own', () => {
  expect(questions.map(({ item }) => item).toSorted()).toEqual([...answerItems].toSorted());
  expect(new Set(questions.map(({ slug }) => slug)).size).toBe(questions.length);
});

test('an answer is read by its own shape: a name is trimmed, crops are a list', () => {
  expect(answerIn(form({ name: '  Vườn   nhà Mẫu ' }), questionOf('name')!)).toBe('Vườn nhà Mẫu');
  expect(answerIn(form({ crops: ['lychee', 'honey'] }), questionOf('crops')!)).toEqual(['lychee', 'honey']);
});

test('letters a phone sends in two parts become one', () => {
  expect(answerIn(form({ head: 'Nguyễn Thị Mẫu'.normalize('NFD') }), questionOf('head')!)).toBe('Nguyễn Thị Mẫu');
});

test('a question that may be left out takes its answer back when it is emptied', () => {
  expect(answerIn(form({ story: ' ' }), questionOf('story')!)).toBeNull();
});

test('what can’t be taken is refused by the name of the question', () => {
  const refused = (item: string, value: string | string[]): unknown => {
    try {
      return answerIn(form({ [item]: value }), questionOf(item)!);
    } catch (error) {
      return error instanceof Problem && (error.details.errors as { field: string }[])[0]?.field;
    }
  };
  expect(refused('name', 'a')).toBe('name');
  expect(refused('kind', 'company')).toBe('kind');
  expect(refused('crops', [])).toBe('crops');
});

test('a day of birth is a real day of the past, out of three boxes', () => {
  expect(birthDayIn(form({ day: '5', month: '9', year: '1968' }), now)).toBe('1968-09-05');
  for (const wrong of [
    { day: '30', month: '2', year: '1968' },
    { day: '5', month: '9', year: '68' },
    { day: '24', month: '11', year: '2026' },
    { day: '1', month: '1', year: '1899' },
    { day: '', month: '', year: '' },
  ]) {
    expect(() => birthDayIn(form(wrong), now)).toThrow(Problem);
  }
});

test('food safety asks on which ground; another paper only for itself', () => {
  const food = aRequirement({
    id: 'food-safety',
    task: 'food-safety',
    papers: ['food-safety-certificate', 'food-safety-commitment', 'vietgap'],
  });
  const registration = aRequirement({ id: 'r', task: 'identity', papers: ['business-registration'] });
  expect(asksForBasis(food)).toBe(true);
  expect(papersFor(food, 'quality-certificate')).toEqual(['vietgap']);
  expect(asksForBasis(registration)).toBe(false);
  expect(onlyBasis(registration)).toBe('certificate');
  expect(papersFor(registration, 'certificate')).toEqual(['business-registration']);
});

test('a commitment can be signed at the commune, a certificate has to be seen', () => {
  expect(Object.keys(bases).filter((basis) => holdsWithoutPaper(basis as keyof typeof bases))).toEqual([
    'commitment',
    'exemption',
  ]);
});

test('every bank has a BIN of six digits of its own', () => {
  expect(new Set(banks.map(({ bin }) => bin)).size).toBe(banks.length);
  expect(banks.filter(({ bin }) => !/^970\d{3}$/.test(bin))).toEqual([]);
});
