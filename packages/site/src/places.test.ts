import { describe, expect, test } from 'vitest';
import { entered, left, markOf, type Place, readPlaces, switched, writePlaces } from './places.ts';

const place = (letter: string, mark = letter.charCodeAt(0).toString(16).padStart(12, '0')): Place => ({
  token: letter.repeat(43),
  mark,
});
const nobody = { active: undefined, others: [] };
const [mother, son, aunt, uncle, guest] = ['m', 's', 'a', 'u', 'g'].map((letter) => place(letter)) as [
  Place,
  Place,
  Place,
  Place,
  Place,
];

describe('a phone two people use', () => {
  test('keeps both signed in, and one of them uses it', () => {
    const both = entered(entered(nobody, mother, 4), son, 4);
    expect(both).toEqual({ active: son, others: [mother] });
    expect(readPlaces(writePlaces(both))).toEqual(both);
    expect(switched(both, mother.mark)).toEqual({ active: mother, others: [son] });
  });

  test('does not let the next one in when one leaves', () => {
    const gone = left({ active: son, others: [mother] });
    expect(writePlaces(gone)).toBe(`-.${mother.token}~${mother.mark}`);
    expect(readPlaces(writePlaces(gone))).toEqual(gone);
    expect(switched(gone, 'ffffffffffff').active).toBeUndefined();
    expect(switched(gone, '').active).toBeUndefined();
  });

  test('has one person once, and four people at most', () => {
    const again = { token: 'n'.repeat(43), mark: mother.mark };
    expect(entered({ active: son, others: [mother] }, again, 4)).toEqual({ active: again, others: [son] });
    const full = [mother, son, aunt, uncle, guest].reduce(
      (places, one) => entered(places, one, 4),
      nobody as ReturnType<typeof left>,
    );
    expect(full).toEqual({ active: guest, others: [uncle, aunt, son] });
    expect(writePlaces(full).length).toBeLessThan(250);
  });
});

test('a device of one person holds one session', () => {
  expect(entered({ active: mother, others: [] }, son, 1)).toEqual({ active: son, others: [] });
});

test('what somebody planted in the cookie is nobody', () => {
  for (const value of ['planted', '', undefined, '-', '..', 't'.repeat(42), `${'t'.repeat(43)}~zz`, '%2e']) {
    expect(readPlaces(value).active).toBeUndefined();
  }
  expect(readPlaces(`planted.${mother.token}`)).toEqual({
    active: undefined,
    others: [{ token: mother.token, mark: '' }],
  });
  expect(readPlaces(mother.token).active).toEqual({ token: mother.token, mark: '' });
  expect(markOf('0197a000-0000-7000-8000-00000000ABCD')).toBe('00000000abcd');
  expect(markOf(undefined)).toBe('');
});
