import { expect, test } from 'vitest';
import { anApplication, aRequirement } from './testing.ts';
import { lacking } from './lacking.ts';
import { isTooEarly, shownTasks, stateOf, stepsOf, wayAfter, wayBack, wayInto } from './task-steps.ts';

const at = (rest: string) => `/ban-hang/ho-so/${anApplication().id}${rest && `/${rest}`}`;
const said = (item: 'head' | 'crops' | 'sub-area', value: string | string[]) => ({
  item,
  value,
  at: '2026-11-20T02:00:00.000Z',
  by: null,
  onBehalf: false,
});

test('a task opens at the first question that is still open, never at one that was answered', () => {
  expect(wayInto(anApplication(), 'stall')).toBe(at('chu-ho'));
  expect(wayInto(anApplication(), 'place')).toBe(at('thon'));
  expect(wayInto(anApplication(), 'money')).toBe(at('ngan-hang'));
});

test('what the officer remarked on comes first', () => {
  const remarks = [{ item: 'name', reason: 'Tên này đã có người dùng' }];
  const returned = anApplication({
    status: 'returned',
    tasks: [{ id: 'stall', state: 'returned', missing: [], remarks }],
  });
  expect(wayInto(returned, 'stall')).toBe(at('ten'));
});

test('a finished task has no way in', () => {
  const { answers, tasks, ...rest } = anApplication();
  const stall = { id: 'stall', state: 'done', missing: [], remarks: [] } as const;
  const done = { ...rest, answers: [...answers, said('head', 'Nguyễn Thị Mẫu'), said('crops', ['lychee'])] };
  expect(wayInto({ ...done, tasks: [{ ...stall, missing: [], remarks: [] }] }, 'stall')).toBeUndefined();
  expect(tasks).toHaveLength(5);
});

test('after an answer one goes on to the next open one, and back to the list after the last', () => {
  const { answers, ...rest } = anApplication();
  const application = { ...rest, answers: [...answers, said('head', 'Nguyễn Thị Mẫu')] };
  expect(wayAfter(application, 'stall', 'name')).toBe(at('hang'));
  expect(wayAfter(application, 'stall', 'story')).toBe(`${at('')}?xong=stall`);
  expect(wayBack(application, 'stall', 'crops')).toBe(at('chu-ho'));
  expect(wayBack(application, 'stall', 'name')).toBe(at(''));
});

test('a household is not asked for a tax code, a cooperative is', () => {
  const money = (kind: 'household' | 'cooperative') => stepsOf(anApplication({ kind }), 'money').map(({ id }) => id);
  expect(money('household')).toEqual(['bank-account']);
  expect(money('cooperative')).toEqual(['bank-account', 'tax-code']);
});

test('a paper of its own has a page of its own in its task', () => {
  const registration = aRequirement({
    id: 'business-registration',
    task: 'identity',
    papers: ['business-registration'],
  });
  const cooperative = anApplication({ kind: 'cooperative', requirements: [registration] });
  expect(stepsOf(cooperative, 'identity').map(({ path }) => path)).toEqual([
    at('can-cuoc'),
    at('yeu-cau/business-registration'),
  ]);
});

test('agreements keep no task open: they are asked on the last page', () => {
  const tasks = [{ id: 'stall' as const, state: 'todo' as const, missing: ['consent-selling'], remarks: [] }];
  expect(stateOf({ tasks }, 'stall')).toBe('done');
  expect(lacking(anApplication({ missing: ['consent-selling'] }))).toEqual([]);
});

test('before goods are chosen the food-safety task is shown, and says that it must wait', () => {
  const early = anApplication({ tasks: anApplication().tasks.filter(({ id }) => id !== 'food-safety') });
  expect(shownTasks(early)).toHaveLength(5);
  expect(isTooEarly(early, 'food-safety')).toBe(true);
  const handicraft = { ...early, answers: [...early.answers, said('crops', ['handicraft'])] };
  expect(shownTasks(handicraft)).not.toContain('food-safety');
});

test('what is missing is named in words and leads to the page that asks for it', () => {
  expect(lacking(anApplication())).toEqual([
    { words: 'Chủ hộ hoặc người đại diện', path: at('chu-ho') },
    { words: 'Hàng định bán', path: at('hang') },
    { words: 'Địa chỉ', path: at('dia-chi') },
    { words: 'Xác minh người đứng tên', path: at('can-cuoc') },
  ]);
});
