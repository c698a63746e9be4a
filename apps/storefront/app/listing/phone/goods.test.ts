import { expect, test } from 'vitest';
import { nextOf } from '../../phone/queue.ts';
import {
  answered,
  begun,
  type Goods,
  hasNews,
  merged,
  type Photo,
  told,
  unsaid,
  withPhoto,
  withPhotos,
} from './goods.ts';

const id = '11111111-1111-4111-8111-111111111111';
const fresh = (): Goods => begun(id, 'p', 1);
const at = (ms: number) => new Date(ms).toISOString();
const view = { id: 'a', hash: 'f'.repeat(32), width: 4, height: 3, colour: '#aabbcc', focus: { x: 0.5, y: 0.5 } };
const seen = { ...view, widths: [320], avif: false };

test('of two answers to one question the later stands, from whichever phone it came', () => {
  const here = answered(answered(fresh(), 'ten', { name: 'Vải sớm' }, 2_000), 'mon', { commodity: 'lychee' }, 5_000);
  const both = merged(here, {
    answers: [
      { field: 'name', value: 'Vải muộn', at: at(3_000) },
      { field: 'commodity', value: 'longan', at: at(4_000) },
      { field: 'process', value: 'fresh', at: at(1_000) },
    ],
  });
  expect(both.answers).toEqual({ name: 'Vải muộn', commodity: 'lychee', process: 'fresh' });
  const gone = merged(both, { answers: [{ field: 'name', value: null, at: at(6_000) }] });
  expect(gone.answers.name).toBeUndefined();
});

test('only what the server does not have goes up, and what was taken back goes as nothing', () => {
  let goods = answered(fresh(), 'ten', { name: 'Vải', variety: 'u hồng' }, 1_000);
  expect(unsaid(goods).map(({ field }) => field)).toEqual(['name', 'variety']);
  goods = told(goods, goods);
  expect(hasNews(goods)).toBe(false);
  goods = answered(goods, 'ten', { name: 'Vải' }, 2_000);
  expect(unsaid(goods).map(({ field, value }) => [field, value])).toEqual([['variety', null]]);
});

test('what the server took is no news, though its clock says a little later', () => {
  const sent = answered(fresh(), 'ten', { name: 'Vải' }, 1_000);
  const taken = merged(told(sent, sent), { answers: [{ field: 'name', value: 'Vải', at: at(1_040) }] });
  expect(hasNews(taken)).toBe(false);
  // What was typed while it went up is news.
  const typed = answered(sent, 'ten', { name: 'Vải sớm' }, 2_000);
  expect(hasNews(merged(told(typed, sent), { answers: [{ field: 'name', value: 'Vải', at: at(1_040) }] }))).toBe(true);
});

test('a picture that got through is told to the server; one that another phone took is shown from there', () => {
  const photo: Photo = { id: 'a', state: 'wait' };
  let goods = withPhotos(fresh(), [photo], 1_000);
  goods = told(goods, goods);
  expect(hasNews(goods)).toBe(true);
  goods = withPhoto(goods, { id: 'a', state: 'sent', view: seen });
  expect(goods.answers.pictures).toEqual([seen]);
  expect(unsaid(goods).map(({ field }) => field)).toEqual(['pictures']);
  const other = merged(fresh(), { answers: [{ field: 'pictures', value: [seen], at: at(9_000) }] });
  expect(other.photos).toEqual([{ id: 'a', state: 'sent', view: seen }]);
});

test('drafts wait for nobody and block nobody; what must be mended does not hold up the rest', () => {
  const queue: Goods[] = [
    { ...fresh(), seq: 1, state: 'draft' },
    { ...fresh(), seq: 2, state: 'fix' },
    { ...fresh(), seq: 4, state: 'wait' },
    { ...fresh(), seq: 3, state: 'sending' },
  ];
  expect(nextOf(queue)?.seq).toBe(3);
});
