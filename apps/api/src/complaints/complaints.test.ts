import { randomUUID } from 'node:crypto';
import type { ComplaintDetail } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Sale, sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { EnterProducer, GiveGrant, IdentityModule, RegisterPerson } from '../identity/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { ComplaintsModule, EscalateComplaints } from './index.ts';

/** A buyer complains, the producer answers, an officer of the commune decides. */

const { url } = await freshDatabase();
let market: Trade;
let officer: Actor;
let stranger: Actor;
let province: Actor;
let sold: Sale;
let phones = 0;

const day = 86_400_000;

beforeAll(async () => {
  market = await Trade.open(url, { imports: [IdentityModule, ComplaintsModule] });
  const { id } = await inTx(market.db, (tx) =>
    market.get(RegisterPerson).run(tx, system('test'), { phone: '+84961112223', name: 'Cán bộ mẫu' }),
  );
  await rows(market.db, `update identity.person set kind = 'official' where id = $1`, [id]);
  await inTx(market.db, (tx) =>
    market.get(GiveGrant).run(tx, system('test'), {
      person: id as string,
      role: 'commune-officer',
      commune: '07330',
      from: market.clock.now(),
    }),
  );
  officer = Object.assign(market.person([{ role: 'commune-officer', commune: '07330' }], 'official'), { id });
  stranger = market.person([{ role: 'commune-officer', commune: '07246' }], 'official');
  province = market.person([{ role: 'province-officer', province: '24' }], 'official');
  sold = await bought();
});
afterAll(() => market?.close());

const bought = async (): Promise<Sale> => {
  const sale = await sales(market).packed();
  const producer = sale.producer.grants[0]?.producer as string;
  const phone = `+8497${String(++phones).padStart(7, '0')}`;
  await inTx(market.db, async (tx) => {
    const { id: owner } = await market.get(RegisterPerson).run(tx, system('test'), { phone, name: 'Chị Lành' });
    const household = { id: producer, kind: 'household', name: 'Hộ chị Lành', commune: '07330' } as const;
    await market.get(EnterProducer).run(tx, system('test'), { ...household, how: 'self', owner: owner as string });
  });
  return sale;
};
type Answer = { status: number; body: ComplaintDetail & { code: string } };
const complains = (sale: Sale, more: object = {}, id: string = randomUUID()): Promise<Answer> =>
  market.ask('POST', '/complaints', {
    body: {
      id,
      topic: 'sai-hang',
      text: 'Ghi là vải sấy mà nhận vải tươi.',
      about: { order: sale.order.code, key: sale.order.key, parcel: sale.parcel },
      ...more,
    },
  });
const handles = (as: Actor, id: string, what: string, body?: object): Promise<Answer> =>
  market.ask('POST', `/complaint-cases/${id}/${what}`, { as, ...(body ? { body } : {}) });
const decides = (as: Actor, id: string, more: object = {}): Promise<Answer> =>
  handles(as, id, 'decision', { outcome: 'upheld', reason: 'Ảnh và lời người bán cho thấy gửi nhầm hàng.', ...more });
const reads = ({ number, key }: ComplaintDetail): Promise<Answer> =>
  market.ask('GET', `/complaints/${number}?key=${key}`);
const types = (id: string) => market.types(id);

describe('a guest who bought', () => {
  test('complains, gets a number, an owner at the commune and seven working days; twice is once', async () => {
    const id = randomUUID();
    const { status, body } = await complains(sold, {}, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'open',
      late: false,
      // From Monday 23 November: seven working days end on Wednesday 2 December.
      dueAt: '2026-12-02T16:59:59.999Z',
      owner: { name: 'Cán bộ mẫu' },
      orderCode: sold.order.code,
      complainant: null,
      notes: [{ from: 'complainant' }],
    });
    expect(body.number).toMatch(/^KN-2611-\d{4}$/);
    expect((await complains(sold, {}, id)).body.number).toBe(body.number);
    expect((await complains(sold, { text: 'Chuyện khác hẳn.' }, id)).body).toMatchObject({
      code: 'complaints.id-used',
    });
    expect(await types(id)).toEqual(['complaint.opened']);
    const list = await market.ask('GET', `/orders/${sold.order.code}/complaints?key=${sold.order.key}`);
    expect(list.body).toMatchObject({ items: [{ id, key: body.key }] });
  });

  test('needs the order’s key, a parcel of it and a topic of the list', async () => {
    const about = { order: sold.order.code, key: sold.order.key, parcel: sold.parcel };
    expect((await complains(sold, { about: { ...about, key: 'x'.repeat(43) } })).status).toBe(404);
    expect((await complains(sold, { about: { ...about, parcel: randomUUID() } })).status).toBe(404);
    expect((await complains(sold, { topic: 'bay-len-troi' })).body).toMatchObject({ code: 'complaints.topic-unknown' });
    expect((await complains(sold, { about: { producer: sold.producer.grants[0]?.producer } })).status).toBe(401);
  });

  test('reads it with its key alone: a number is nothing to a stranger', async () => {
    const { body } = await complains(sold);
    expect((await reads(body)).body).toMatchObject({ number: body.number, mayReopen: false });
    expect((await market.ask('GET', `/complaints/${body.number}`)).status).toBe(404);
    expect((await market.ask('GET', `/complaints/${body.number}?key=${'x'.repeat(43)}`)).status).toBe(404);
  });
});

test('the producer answers, the officer asks and decides with a reason; every look is on record', async () => {
  const { body } = await complains(sold);
  const { id } = body;
  const answer = { id: randomUUID(), text: 'Tôi gửi nhầm, xin đổi.' };
  const answers = (as: Actor): Promise<Answer> =>
    market.ask('POST', `/me/complaints-about/${id}/notes`, { as, body: answer });
  expect((await answers((await bought()).producer)).status).toBe(404);
  expect((await answers(sold.producer)).body).toMatchObject({ key: null, complainant: null, notes: { length: 2 } });
  expect((await answers(sold.producer)).body.notes).toHaveLength(2);
  expect((await market.ask('GET', `/complaint-cases/${id}`, { as: stranger })).status).toBe(404);
  expect((await handles(officer, id, 'owner')).body).toMatchObject({ owner: { id: officer.id } });
  const asked = await handles(officer, id, 'notes', { id: randomUUID(), text: 'Xin gửi ảnh nhãn hàng.' });
  expect(asked.body).toMatchObject({ state: 'answered', complainant: { phone: expect.stringMatching(/^\+84/) } });
  expect((await decides(stranger, id)).status).toBe(404);
  expect((await decides(officer, id, { reason: 'Đúng.' })).status).toBe(422);
  expect((await decides(officer, id, { outcome: 'forwarded' })).status).toBe(422);
  expect((await decides(officer, id)).body).toMatchObject({ state: 'decided', outcome: 'upheld', late: false });
  expect((await decides(officer, id)).status).toBe(200);
  expect((await decides(officer, id, { outcome: 'settled' })).body).toMatchObject({ code: 'complaints.decided' });
  expect((await reads(body)).body).toMatchObject({
    outcome: 'upheld',
    mayReopen: true,
    notes: [{}, {}, {}, { kind: 'decision', from: 'office', by: 'Cán bộ mẫu' }],
  });
  expect(await types(id)).toEqual(['complaint.opened', 'complaint.written', 'complaint.written', 'complaint.decided']);
  const looks = await rows<{ purpose: string }>(market.db, 'select purpose from platform.looked where subject = $1', [
    sold.order.id,
  ]);
  expect(looks.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['complaint.take', 'complaint.ask', 'complaint.decide']),
  );
});

test('whoever complained has it looked at again once, in a new time', async () => {
  const { body } = await complains(sold);
  const again = (): Promise<Answer> =>
    market.ask('POST', `/complaints/${body.number}/reopening`, {
      body: { id: randomUUID(), reason: 'Người bán chưa đổi hàng như đã hứa.', key: body.key },
    });
  expect((await again()).body).toMatchObject({ code: 'complaints.not-decided' });
  await decides(officer, body.id, { outcome: 'settled' });
  expect((await again()).body).toMatchObject({ state: 'open', outcome: null, mayReopen: false });
  await decides(officer, body.id, { outcome: 'forwarded', authority: 'Sở Công Thương' });
  expect((await again()).body).toMatchObject({ code: 'complaints.reopened-before' });
});

test('past its time it goes into the province’s queue too, is told of once, and stays late when decided', async () => {
  const other = await bought();
  const { body } = await complains(other, { topic: 'an-toan' });
  market.clock.pass(3 * day);
  await market.get(EscalateComplaints).run();
  await market.get(EscalateComplaints).run();
  expect(await types(body.id)).toEqual(['complaint.opened', 'complaint.escalated']);
  const late = await market.ask('GET', '/complaint-cases?late=1', { as: province });
  expect(late.body).toMatchObject({ items: [{ id: body.id, late: true }] });
  expect((await market.ask('GET', '/complaint-cases', { as: stranger })).body).toMatchObject({ total: 0 });
  expect((await decides(province, body.id)).body).toMatchObject({ late: true });
  const [decided] = await rows<{ data: { onTime: boolean } }>(
    market.db,
    `select data from platform.event where type = 'complaint.decided' and subject = $1`,
    [body.id],
  );
  expect(decided?.data.onTime).toBe(false);
});
