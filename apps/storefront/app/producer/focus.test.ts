import { expect, test } from 'vitest';
import { focusOf, places, shownSize } from './focus.ts';

const picture = { width: 1_600, height: 1_200 };
const tapped = (x: string, y: string) => focusOf({ place: '', x, y }, picture);

test('where the picture was tapped is a part of it, whatever its size', () => {
  expect(shownSize(picture)).toEqual({ width: 300, height: 225 });
  expect(tapped('150', '45')).toEqual({ x: 0.5, y: 0.2 });
  expect(tapped('301', '9999')).toEqual({ x: 1, y: 1 });
  expect(shownSize({ width: 100, height: 1_600 })).toEqual({ width: 56, height: 900 });
});

test('pressed with the keyboard, or with anything else sent, it chooses nothing', () => {
  expect(tapped('0', '0')).toBeUndefined();
  expect(tapped('', '')).toBeUndefined();
  expect(tapped('-3', '1e9')).toBeUndefined();
});

test('one of the nine places is chosen by its name', () => {
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(9);
  expect(focusOf({ place: 'duoi-phai', x: '1', y: '1' }, picture)).toEqual({ x: 0.85, y: 0.85 });
  expect(focusOf({ place: 'o-dau-do', x: '', y: '' }, picture)).toBeUndefined();
});
