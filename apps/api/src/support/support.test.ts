import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { SupportModule } from './index.ts';

const { url } = await freshDatabase();
let the: Beside;
let officer: Actor;
let stranger: Actor;

beforeAll(async () => {
  the = await Beside.open(url, { imports: [SupportModule] });
  officer = await the.person([{ role: 'commune-officer', commune: '07330' }], 'official', 'Cán bộ mẫu');
  stranger = await the.person([{ role: 'commune-officer', commune: '07246' }], 'official');
});
afterAll(() => the?.close());

const asked = async (as: Actor, given: object = {}) => {
  const id = randomUUID();
  const body = { id, topic: 'don-hang', text: 'Đơn của tôi chưa thấy ai đến lấy.', commune: '07330', ...given };
  return { id, body, answer: await the.ask('POST', '/support/requests', { as, body }) };
};
const handle = (as: Actor, id: string, what: string, body?: object) =>
  the.ask('POST', `/support/requests/${id}/${what}`, { as, ...(body ? { body } : {}) });

test('a household asks, gets a number and a time, and asking twice is asking once', async () => {
  const { id: producer, owner } = await the.household('Hộ bà Na');
  const { body, answer } = await asked(owner, { producer });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: 'open',
      late: false,
      dueAt: '2026-11-23T10:00:00.000Z',
      producer: { name: 'Hộ bà Na' },
      asker: null,
    },
  });
  expect((answer.body as { number: string }).number).toMatch(/^HT-2611-\d{4}$/);
  const again = await the.ask('POST', '/support/requests', { as: owner, body });
  expect(again.body).toMatchObject({ number: (answer.body as { number: string }).number });
  expect(
    (await the.ask('POST', '/support/requests', { as: owner, body: { ...body, text: 'Nói chuyện khác.' } })).body,
  ).toMatchObject({
    code: 'support.id-used',
  });
  expect(await the.stated('support.opened')).toHaveLength(1);
});

test('nobody asks in another household’s name, nor about what is not in the list', async () => {
  const { id: producer } = await the.household('Hộ ông Mít');
  const { owner } = await the.household('Hộ ông Xoài');
  expect((await asked(owner, { producer })).answer.status).toBe(404);
  expect((await asked(owner, { topic: 'bay-len-troi' })).answer).toMatchObject({
    status: 422,
    body: { code: 'support.topic-unknown' },
  });
  expect((await asked(owner, { commune: '99999' })).answer.status).toBe(404);
});

test('an officer of the commune answers and closes it; of another commune there is nothing', async () => {
  const { id: producer, owner } = await the.household('Hộ chị Ổi');
  const { id } = await asked(owner, { producer });
  expect((await the.ask('GET', `/support/requests/${id}`, { as: stranger })).status).toBe(404);
  expect((await handle(stranger, id, 'closing', { done: 'Đã gọi điện cho hộ.' })).status).toBe(404);
  expect((await handle(officer, id, 'owner')).body).toMatchObject({ owner: { name: 'Cán bộ mẫu' } });
  const note = { id: randomUUID(), text: 'Xe đến lấy lúc hai giờ chiều nay.' };
  expect((await handle(officer, id, 'notes', note)).body).toMatchObject({ state: 'answered' });
  expect((await handle(officer, id, 'notes', note)).body).toMatchObject({ notes: { length: 2 } });
  expect((await the.ask('GET', `/me/support/${id}`, { as: owner })).body).toMatchObject({
    state: 'answered',
    notes: [{ from: 'asker' }, { from: 'office', text: 'Xe đến lấy lúc hai giờ chiều nay.' }],
  });
  expect((await handle(officer, id, 'closing', { done: 'Đã cho xe đến lấy.' })).body).toMatchObject({
    state: 'closed',
    late: false,
  });
  expect((await the.stated('support.closed')).at(-1)?.data).toMatchObject({ onTime: true, done: 'Đã cho xe đến lấy.' });
  expect((await handle(officer, id, 'notes', { id: randomUUID(), text: 'Thêm một câu.' })).status).toBe(409);
  const looks = await rows<{ purpose: string }>(the.db, 'select purpose from platform.looked where subject = $1', [
    producer,
  ]);
  expect(looks.map(({ purpose }) => purpose)).toContain('support.take');
});

test('writing again opens it once more; past its time it is late, and stays late when closed', async () => {
  const { owner } = await the.household('Hộ anh Sấu');
  const { id } = await asked(owner);
  await handle(officer, id, 'closing', { done: 'Đã hướng dẫn qua điện thoại.' });
  const more = { id: randomUUID(), text: 'Vẫn chưa được.' };
  expect((await the.ask('POST', `/me/support/${id}/notes`, { as: owner, body: more })).body).toMatchObject({
    state: 'open',
    done: null,
  });
  the.clock.pass(9 * 3_600_000);
  const queue = await the.ask('GET', '/support/requests?state=open', { as: officer });
  expect(queue.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, late: true })]) });
  await handle(officer, id, 'closing', { done: 'Đã đến tận nhà làm cùng.' });
  expect((await the.stated('support.closed')).at(-1)?.data).toMatchObject({ onTime: false });
  expect((await the.ask('GET', '/support/requests?state=open', { as: stranger })).body).toMatchObject({ total: 0 });
});
