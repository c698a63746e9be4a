import { describe, expect, test } from 'vitest';
import {
  type ActivityRule,
  isActive,
  judgedAt,
  lastDay,
  monthsBefore,
  type Seller,
  share,
  statusOf,
  windowOf,
} from './indicator.rules.ts';

const end = new Date('2026-11-30T17:00:00Z');
const first: ActivityRule = { minimumListedDays: 0, windowMonths: 1, minimumOrders: 1 };
const taobao: ActivityRule = { minimumListedDays: 30, windowMonths: 3, minimumOrders: 1 };
const shop = (given: Partial<Seller> = {}): Seller => ({
  commune: '07330',
  producer: '0197a000-0000-7000-8000-000000000001',
  kind: 'household',
  orders: 1,
  listedAt: new Date('2026-11-29T00:00:00Z'),
  suspended: false,
  ...given,
});

describe('an active shop', () => {
  test('sold once in the month, however new it is', () => {
    expect(isActive(shop(), first, end)).toBe(true);
    expect(isActive(shop({ orders: 0 }), first, end)).toBe(false);
  });

  test('by the stricter rule has been open for thirty days and sells once a month over three months', () => {
    const open = new Date(end.getTime() - 30 * 86_400_000);
    expect(isActive(shop({ orders: 3, listedAt: open }), taobao, end)).toBe(true);
    expect(isActive(shop({ orders: 2, listedAt: open }), taobao, end)).toBe(false);
    expect(isActive(shop({ orders: 9, listedAt: new Date(open.getTime() + 1) }), taobao, end)).toBe(false);
  });

  test('is never a suspended one, nor one that listed nothing', () => {
    expect(isActive(shop({ orders: 50, suspended: true }), first, end)).toBe(false);
    expect(isActive(shop({ orders: 50, listedAt: null }), first, end)).toBe(false);
  });
});

describe('a share', () => {
  test('has one decimal, halves going up', () => {
    expect(share(1, 3).value).toBe(33.3);
    expect(share(1, 800).value).toBe(0.1); // 0.125
    expect(share(1, 16).value).toBe(6.3); // 6.25
    expect(share(0, 5_000).value).toBe(0);
  });

  test('cannot be told when the commune has declared nothing, but what was counted is shown', () => {
    expect(share(7, null)).toEqual({ value: null, numerator: 7, denominator: null });
  });
});

test('a mark is met when it is reached, and without a mark nothing is judged', () => {
  expect(statusOf(10, 10)).toBe('met');
  expect(statusOf(9.9, 10)).toBe('not-met');
  expect(statusOf(0, null)).toBe('no-threshold');
  expect(statusOf(null, 10)).toBe('no-data');
});

test('three months that end in January began in the year before', () => {
  expect(windowOf('2026-01', 3)).toEqual({ from: '2025-11', to: '2026-01' });
  expect(monthsBefore('2026-03', 12)).toBe('2025-03');
  expect(lastDay('2024-02')).toBe('2024-02-29');
});

test('a month that lasts is judged now, a past one at its end in Vietnam', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  expect(judgedAt('2026-11', now)).toEqual(now);
  expect(judgedAt('2026-10', now)).toEqual(new Date('2026-10-31T17:00:00Z'));
});
