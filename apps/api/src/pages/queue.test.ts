import { randomUUID } from 'node:crypto';
import type { QueueView } from '@chophien/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { PagesModule } from './pages.module.ts';

const { url } = await freshDatabase();
let the: Beside;
let officer: Actor;
let neighbour: Actor;
let province: Actor;

beforeAll(async () => {
  the = await Beside.open(url, { imports: [PagesModule] });
  officer = await the.person([{ role: 'commune-officer', commune: '07330' }], 'official');
  neighbour = await the.person([{ role: 'commune-officer', commune: '07246' }], 'official');
  province = await the.person([{ role: 'province-officer', province: '24' }], 'official');
});
afterAll(() => the?.close());

const queues = async (as: Actor): Promise<Record<string, Omit<QueueView, 'id'>>> => {
  const { status, body } = await the.ask('GET', '/pages/queues', { as });
  expect(status).toBe(200);
  return Object.fromEntries((body as { items: QueueView[] }).items.map(({ id, ...rest }) => [id, rest]));
};
const application = (id: string, status: string, days: number, reviewer: string | null = null) =>
  rows(
    the.db,
    `insert into onboarding.application (id, kind, name, commune, province, crops, status, status_since, created_at, round,
       tasks_left, missing, reviewer, reviewing_since)
     values ($1, 'household', 'Hộ mẫu', '07330', '24', '{}', $2, $3, $3, 1, 0, '{}', $4, $5)`,
    [id, status, daysAgo(days), reviewer, reviewer && daysAgo(days)],
  );
const daysAgo = (days: number): Date => new Date(the.clock.now().getTime() - days * 86_400_000);

test('an officer sees what waits in her commune and since when, her neighbour nothing of it', async () => {
  await application(randomUUID(), 'submitted', 6);
  await application(randomUUID(), 'submitted', 1);
  await application(randomUUID(), 'in-review', 2, officer.id);
  await application(randomUUID(), 'in-review', 9, province.id);
  const { owner } = await the.household('Hộ bà Na');
  const asked = { id: randomUUID(), topic: 'don-hang', text: 'Đơn của tôi chưa thấy ai đến lấy.', commune: '07330' };
  expect((await the.ask('POST', '/support/requests', { as: owner, body: asked })).status).toBe(200);
  expect(await queues(officer)).toMatchObject({
    'applications-submitted': { total: 2, late: 0, oldestDays: 6 },
    'applications-mine': { total: 1, oldestDays: 2 },
    'support-open': { total: 1, late: 0, oldestDays: 0 },
    'papers-waiting': { total: 0, oldestDays: null },
  });
  const beside = await queues(neighbour);
  expect(Object.values(beside).reduce((sum, { total }) => sum + total, 0)).toBe(0);
  expect(await queues(province)).toMatchObject({
    'applications-submitted': { total: 2 },
    'applications-mine': { total: 1, oldestDays: 9 },
  });
});

test('everybody sees only the queues the own role can work on', async () => {
  expect(Object.keys(await queues(officer))).not.toContain('authority-open');
  expect(Object.keys(await queues(province))).toEqual(expect.arrayContaining(['authority-open', 'data-open']));
  const inspector = await the.person([{ role: 'inspector', province: '24' }], 'official');
  expect(Object.keys(await queues(inspector))).toEqual([
    'papers-waiting',
    'papers-expiring',
    'papers-expired',
    'messages-failed',
  ]);
  const moderator = await the.person([{ role: 'moderator', province: '24' }], 'official');
  expect(Object.keys(await queues(moderator))).toEqual([
    'listings-waiting',
    'certificates-waiting',
    'certificates-expiring',
    'messages-failed',
  ]);
  const { owner } = await the.household('Hộ ông Mít');
  expect((await the.ask('GET', '/pages/queues', { as: owner })).status).toBe(403);
});

test('a household that wishes for another name waits for its officer', async () => {
  const id = randomUUID();
  await application(id, 'active', 30);
  await rows(
    the.db,
    `insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf, wish, wish_at)
     values ($1, 'name', '"Tên cũ"', $2, $2, null, false, '"Tên mới"', $2)`,
    [id, daysAgo(3)],
  );
  expect(await queues(officer)).toMatchObject({ 'applications-wishes': { total: 1, oldestDays: 3 } });
});

test('a visit that was not made, and an answer that is too late, are told as late', async () => {
  await rows(
    the.db,
    `insert into caseload.household (id, kind, name, commune, province, entered_how, entered_at, status, tasks_left, missing,
       since, folded, next_visit)
     values ($1, 'household', 'Hộ mẫu', '07330', '24', 'self', $2, 'draft', 3, '{}', $2, 'ho mau', '2026-11-20')`,
    [randomUUID(), daysAgo(10)],
  );
  expect(await queues(officer)).toMatchObject({ 'visits-overdue': { total: 1, late: 1, oldestDays: 3 } });
  the.clock.pass(4 * 86_400_000);
  expect(await queues(officer)).toMatchObject({ 'support-open': { total: 1, late: 1, oldestDays: 4 } });
});

test('a message that did not go out is seen in its commune alone, and sent again once', async () => {
  const { id: producer, owner } = await the.household('Hộ chị Ổi');
  const message = randomUUID();
  await rows(
    the.db,
    `insert into notifications.message (id, event_id, kind, recipient, person, text, sms, fields, at)
     values ($1, $1, 'producer.approved', $2::uuid::text, $2::uuid, 'Hồ sơ đã duyệt.', 'Ho so da duyet.', '{}', $3)`,
    [message, owner.id, daysAgo(1)],
  );
  await rows(
    the.db,
    `insert into platform.delivery (listener, event_id, provider, key, state, attempts, at, answer)
     values ('SendMessages', $1::uuid, 'sms', $1::uuid::text, 'failed', 8, $2, '{"answer": "unreachable"}')`,
    [message, daysAgo(1)],
  );
  expect((await the.ask('GET', '/messages/failed', { as: officer })).body).toMatchObject({
    total: 1,
    items: [
      { id: message, producer: { id: producer, name: 'Hộ chị Ổi' }, kind: 'producer.approved', why: 'unreachable' },
    ],
  });
  expect((await the.ask('GET', '/messages/failed', { as: neighbour })).body).toMatchObject({ total: 0, items: [] });
  expect(await queues(officer)).toMatchObject({ 'messages-failed': { total: 1, oldestDays: 1 } });
  const again = (as: Actor) => the.ask('POST', `/messages/${message}/retry`, { as });
  expect(await again(neighbour)).toMatchObject({ status: 404, body: { code: 'notifications.not-found' } });
  expect((await again(officer)).status).toBe(200);
  expect((await again(officer)).status).toBe(200);
  const [delivery] = await rows(the.db, 'select state, attempts from platform.delivery where key = $1', [message]);
  expect(delivery).toEqual({ state: 'pending', attempts: 0 });
  const looks = await rows(the.db, `select 1 from platform.looked where subject = $1 and purpose = 'messages.failed'`, [
    producer,
  ]);
  expect(looks).toHaveLength(1);
});
