import { expect, test } from 'vitest';
import { patience } from '../../phone/queue.ts';
import { another, insisting, nextUp, type Queued, sameAs } from './queue.ts';
import { shownPath, viewOf } from './place.ts';

const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const entry = (seq: number, given: Partial<Queued> = {}): Queued => ({
  seq,
  id: `${seq}`,
  kind: 'answers',
  household: one,
  name: 'Nguyễn Văn An',
  at: '2026-11-23T02:00:00.000Z',
  body: {},
  typed: [],
  state: 'wait',
  ...given,
});

test('what was written first goes first, and what a closed browser was sending waits again', () => {
  expect(nextUp([entry(2), entry(1, { state: 'sending' })])?.seq).toBe(1);
  expect(nextUp([entry(1, { state: 'sent' }), entry(2)])?.seq).toBe(2);
  expect(nextUp([])).toBeUndefined();
});

test('answers wait for a household or an agreement that must be mended; other households do not', () => {
  const queue = [entry(1, { kind: 'household', state: 'fix' }), entry(2), entry(3, { household: two })];
  expect(nextUp(queue)?.seq).toBe(3);
  expect(nextUp([entry(1, { kind: 'consent-slip', state: 'fix' }), entry(2)])).toBeUndefined();
  expect(nextUp([entry(1, { state: 'fix' }), entry(2, { kind: 'visit' })])?.seq).toBe(2);
});

test('it is tried again soon, then more and more seldom, never later than two minutes', () => {
  expect([1, 2, 3, 50].map(patience)).toEqual([5_000, 15_000, 45_000, 120_000]);
});

test('a household that was there already takes over what was written for the new one', () => {
  const queue = [entry(1, { kind: 'household', state: 'fix' }), entry(2), entry(3, { household: two })];
  const moved = sameAs(queue, one, two);
  expect(moved.map(({ seq, household, state }) => [seq, household, state])).toEqual([[2, two, 'wait']]);
  expect(moved[0]?.id).not.toBe('2');
});

test('insisting is a new entry that has seen the others’ words', () => {
  const conflict = {
    item: 'story' as const,
    mine: 'Của tôi',
    theirs: 'Của hộ',
    theirsAt: '2026-11-23T03:00:00.000Z',
    theirsBy: null,
  };
  const said = insisting(entry(1, { state: 'fix', conflicts: [conflict] }));
  expect(said).toMatchObject({ seq: 1, state: 'wait', conflicts: undefined });
  expect(said.id).not.toBe('1');
  expect(said.body).toMatchObject({ answers: [{ item: 'story', value: 'Của tôi', seen: conflict.theirsAt }] });
  expect(another(entry(1, { body: { head: 'An' } })).body).toEqual({ head: 'An', other: true });
});

test('without a line each of the field’s addresses shows the screen that is kept for it', () => {
  expect(viewOf('/nhap-ho')).toEqual({ view: 'list' });
  expect(viewOf('/nhap-ho/them')).toEqual({ view: 'new' });
  expect(viewOf(`/nhap-ho/ho/${one}`)).toEqual({ view: 'household', household: one });
  expect(viewOf(`/nhap-ho/ho/${one}/ma`)).toEqual({ view: 'consent', household: one });
  expect(viewOf(`/nhap-ho/ho/${one}/hoi/noi-o`)).toEqual({ view: 'noi-o', household: one });
  expect(viewOf(`/nhap-ho/ho/${one}/ban-giao`)).toEqual({ view: 'none' });
  expect(viewOf('/nhap-ho/ho/../../x')).toEqual({ view: 'none' });
  expect(shownPath(new URL('https://a/nhap-ho/may?to=%2Fnhap-ho%2Fthem'))).toBe('/nhap-ho/them');
  expect(shownPath(new URL('https://a/nhap-ho/may?to=https%3A%2F%2Fevil'))).toBe('/nhap-ho/may');
});
