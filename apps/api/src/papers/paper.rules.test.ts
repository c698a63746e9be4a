import { describe, expect, test } from 'vitest';
import { isSingle, mayCheck, maySee, remindersDue } from './paper.rules.ts';

const reminders = [60, 30, 7];

describe('reminders', () => {
  test.each([
    [61, [], [], false],
    [60, [], [60], true],
    [45, [60], [], false],
    [30, [60], [30], true],
    [7, [60, 30], [7], true],
    [0, [60, 30, 7], [], false],
  ])('with %i days left and %j behind them, %j have come', (left, had, done, tell) => {
    expect(remindersDue(left, reminders, had)).toEqual({ done, tell });
  });

  test('after an outage the household hears once, of the nearest', () => {
    expect(remindersDue(5, reminders, [])).toEqual({ done: [60, 30, 7], tell: true });
    expect(remindersDue(20, reminders, [60])).toEqual({ done: [30], tell: true });
  });

  test('a new, farther reminder does not tell again of what was told nearer', () => {
    expect(remindersDue(20, [90, 30], [30])).toEqual({ done: [90], tell: false });
  });
});

test('a household has one food-safety certificate at a time, and as many OCOP certificates as products', () => {
  expect([isSingle('food-safety-certificate'), isSingle('ocop')]).toEqual([true, false]);
});

describe('who may see a citizen card', () => {
  const card = { producer: 'p', kind: 'citizen-card-front', handedInBy: 'me' } as const;
  const delegate = { role: 'delegate', producer: 'p', rights: ['paper.hand-in'] } as const;

  test('its own people, and the delegate who handed it in; no other delegate', () => {
    expect(maySee({ id: 'head', grants: [{ role: 'producer', producer: 'p' }] }, card)).toBe(true);
    expect(maySee({ id: 'me', grants: [delegate] }, card)).toBe(true);
    expect(maySee({ id: 'other', grants: [delegate] }, card)).toBe(false);
    expect(maySee({ id: null, grants: [] }, { ...card, handedInBy: null })).toBe(false);
    expect(maySee({ id: 'other', grants: [delegate] }, { ...card, kind: 'ocop' })).toBe(true);
  });

  test('an officer of the place while it waits; never an inspector, never afterwards', () => {
    const there = { kind: 'citizen-card-front', state: 'waiting', commune: '07330', province: '24' } as const;
    const officer = { id: 'o', grants: [{ role: 'commune-officer', commune: '07330' }] } as const;
    const inspector = { id: 'i', grants: [{ role: 'inspector', province: '24' }] } as const;
    expect(mayCheck(officer, there)).toBe(true);
    expect(mayCheck(officer, { ...there, state: 'verified' })).toBe(false);
    expect(mayCheck(officer, { ...there, commune: '07333' })).toBe(false);
    expect(mayCheck(inspector, there)).toBe(false);
    expect(mayCheck(inspector, { ...there, kind: 'ocop' })).toBe(true);
  });
});
