import { describe, expect, test } from 'vitest';
import { storageOf } from './commodity.rules.ts';
import { categories, commodities } from './commodities-2025-01.ts';

describe('how a thing is kept', () => {
  test.each([
    [-18, 'frozen'],
    [-12, 'frozen'],
    [-11.9, 'chilled'],
    [4, 'chilled'],
    [8, 'chilled'],
    [8.1, 'cool'],
    [15, 'cool'],
    [15.1, 'ambient'],
    [null, 'ambient'],
  ])('at most %s °C is %s', (maximum, storage) => expect(storageOf(maximum)).toBe(storage));
});

describe('what can be sold', () => {
  test('every kind of produce is in a category that exists, and every category has one', () => {
    const known = new Set(categories.map(([id]) => id));
    expect(commodities.filter(({ category }) => !known.has(category))).toEqual([]);
    expect(new Set(commodities.map(({ category }) => category))).toEqual(known);
  });
  test('no kind is there twice, each says who says so, and no limit stands upside down', () => {
    expect(new Set(commodities.map(({ commodity }) => commodity)).size).toBe(commodities.length);
    expect(commodities.filter(({ source }) => source === '')).toEqual([]);
    const upsideDown = commodities.filter(
      ({ minimumCelsius: least, maximumCelsius: most }) => least !== null && most !== null && least > most,
    );
    expect(upsideDown).toEqual([]);
  });
  test('lychee is kept between 2 and 5 °C for 21 days', () => {
    expect(commodities.find(({ commodity }) => commodity === 'lychee')).toMatchObject({
      minimumCelsius: 2,
      maximumCelsius: 5,
      shelfLifeDays: 21,
    });
  });
});
