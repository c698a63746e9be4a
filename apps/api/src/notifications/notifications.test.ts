import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { keyPattern, Telling } from './testing.ts';
import { ForgetMessages, notificationsCommands, TellProducer } from './index.ts';

const { url, db } = await freshDatabase();
const house = new Telling();
const { zalo, sms } = house;

beforeAll(() => house.open(url));
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.pass(3_600_000);
  await db.query('truncate notifications.message, platform.delivery, platform.outbox');
  for (const company of [zalo, sms]) company.received.length = company.answers.length = 0;
});

const one = async () => (await house.deliveries())[0];

describe('an order', () => {
  test('is told to whoever sells, in one message each, and to the buyer with the way to it', async () => {
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    const both = await house.person(a, b);
    const other = await house.person(c);
    const { code, parcels } = await house.order([a, b, c]);
    await house.settle();

    const mine = await house.messages(both);
    expect(mine.unread).toBe(1);
    expect(mine.items).toMatchObject([{ kind: 'new-order', link: '/ban-hang/don-hang', sent: 'zalo' }]);
    expect(mine.items[0]?.text).toMatch(
      new RegExp(`^Đơn mới ${code}: 3\\skg Vải thiều, 3\\skg Vải thiều. Tiền hàng 210.000`),
    );
    expect((await house.messages(other)).items[0]?.link).toBe(`/ban-hang/don-hang/${parcels[2]?.parcel}`);

    const to = (phone: string) => zalo.received.find(({ body }) => body.phone === phone)?.body;
    expect(zalo.received).toHaveLength(3);
    expect(zalo.received[0]?.headers.access_token).toBeTruthy();
    expect(to(both.phone.slice(1))).toMatchObject({
      template_id: 'cho-phien-new-order',
      template_data: { ma_don: code },
    });
    expect(to('84987654321')).toMatchObject({
      template_id: 'cho-phien-order-received',
      template_data: { ma_don: code, lien_ket: expect.stringMatching(keyPattern(code)) },
    });
    expect(await house.readAll(both)).toEqual({ unread: 0 });
    expect((await house.messages(both)).unread).toBe(0);
    expect((await house.messages(other)).unread).toBe(1);
  });

  test('heard twice is told once', async () => {
    const producer = randomUUID();
    const person = await house.person(producer);
    await house.order([producer]);
    await house.settle();
    const [event] = await rows(
      db,
      `select id, type, subject, at, data from platform.event order by at desc, id desc limit 1`,
    );
    await inTx(db, (tx) => house.app.get(TellProducer, { strict: false }).handle([event as never], tx));
    await house.send();
    expect((await house.messages(person)).items).toHaveLength(1);
    expect(zalo.received).toHaveLength(2);
  });

  test('leaves no phone number in what is kept of the messages', async () => {
    await house.order([randomUUID()], '+84933333333');
    await house.settle();
    expect(zalo.received).toHaveLength(1); // nobody sells for that producer; the buyer is told all the same
    const kept = await rows(db, 'select m, d from notifications.message m, platform.delivery d');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('33333333');
  });

  test('that goes on its way, or in part cannot come, is told to its buyer by the codes she knows', async () => {
    const { order, code, parcels } = await house.order([randomUUID(), randomUUID()]);
    const [sent, refused] = parcels as [(typeof parcels)[0], (typeof parcels)[0]];
    const where = { commune: '07330', toCommune: '07330', storage: 'ambient' as const };
    await house.state('shipment.dispatched', randomUUID(), {
      ...{ parcel: sent.parcel, code: sent.code, producer: sent.producer, commodities: [], device: null, ...where },
    });
    await house.state('parcel.cancelled', refused.parcel, {
      ...{ order, code: refused.code, producer: refused.producer, commune: '07330', reason: 'Mưa lớn', refund: 0 },
    });
    await house.settle();
    const fields = zalo.received.map(({ body }) => JSON.stringify(body));
    expect(fields).toHaveLength(3);
    expect(fields.some((text) => text.includes('parcel-sent') && text.includes(sent.code) && text.includes(code))).toBe(
      true,
    );
    expect(fields.some((text) => text.includes('parcel-refused') && text.includes('Mưa lớn'))).toBe(true);
  });

  test('that its buyer took back is told to those who sell, here and not by phone', async () => {
    const producer = randomUUID();
    const person = await house.person(producer);
    await house.state('order.cancelled', randomUUID(), {
      ...{ code: 'AB12CD34', reason: 'buyer', refund: 0, producers: [producer] },
    });
    await house.settle();
    expect((await house.messages(person)).items).toMatchObject([{ kind: 'order-cancelled', sent: 'none' }]);
    expect(zalo.received).toEqual([]);
  });
});

describe('an applicant', () => {
  test('reads what to mend, and only she', async () => {
    const [person, stranger] = [await house.person(), await house.person()];
    await house.state('application.returned', randomUUID(), {
      ...{ commune: '07330', applicant: person.id, items: ['name', 'crops'] },
    });
    await house.settle();
    expect((await house.messages(person)).items[0]?.text).toContain('tên gian hàng, nông sản');
    expect(zalo.received[0]?.body.phone).toBe(person.phone.slice(1));
    expect((await house.messages(stranger)).items).toEqual([]);
    expect((await house.app.inject({ method: 'GET', url: '/me/messages' })).statusCode).toBe(401);
  });
});

describe('what goes out', () => {
  const buyerTold = () => house.order([randomUUID()]).then((told) => house.settle().then(() => told));

  test.each([-118, -114, -110])('goes by SMS when Zalo answers %i, in one plain message', async (error) => {
    zalo.answers.push({ body: { error, message: '' } });
    const { code } = await buyerTold();
    expect(await one()).toMatchObject({ state: 'sent', provider: 'sms', attempts: 1 });
    const [message] = sms.received;
    expect(message?.body).toMatchObject({ Phone: '0987654321', SmsType: '2', IsUnicode: '0' });
    expect(message?.body.Content).toMatch(/^[\x20-\x7e]{1,160}$/);
    expect(message?.body.Content).toMatch(keyPattern(code));
    expect(message?.body.RequestId).toBe(zalo.received[0]?.body.tracking_id);
  });

  test('is tried again under the same id when the answer was lost, and 124 means that it had arrived', async () => {
    zalo.answers.push({ body: { error: -118 } });
    sms.answers.push('no answer', { body: { CodeResult: '124' } });
    await buyerTold();
    expect(await one()).toMatchObject({ state: 'unknown', provider: 'sms' });
    await house.send();
    expect(sms.received).toHaveLength(1); // not before its time
    house.clock.pass(6_000);
    await house.send();
    expect(await one()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(new Set(sms.received.map(({ body }) => body.RequestId)).size).toBe(1);
    expect(zalo.received).toHaveLength(1); // what went over to SMS stays there
  });

  test('waits as long as a busy company asks, with all others, and that costs none of its tries', async () => {
    zalo.answers.push({ status: 429, headers: { 'retry-after': '40' } });
    await buyerTold();
    expect(await one()).toMatchObject({ state: 'pending', attempts: 0 });
    await house.order([randomUUID()]);
    await house.settle();
    house.clock.pass(39_000);
    await house.send();
    expect(zalo.received).toHaveLength(1);
    house.clock.pass(2_000);
    await house.send();
    expect((await house.deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('is given up after eight tries, and the person sees that it was', async () => {
    const person = await house.person();
    zalo.answers.push(...Array.from({ length: 8 }, () => ({ status: 500 })));
    await house.state('application.returned', randomUUID(), {
      commune: '07330',
      applicant: person.id,
      items: ['name'],
    });
    await house.settle();
    expect((await house.messages(person)).items[0]?.sent).toBe('pending');
    for (let again = 0; again < 9; again += 1) {
      house.clock.pass(601_000);
      await house.send();
    }
    expect(zalo.received).toHaveLength(8);
    expect(await one()).toMatchObject({ state: 'failed', attempts: 8 });
    expect((await house.messages(person)).items[0]?.sent).toBe('failed');
  });

  test('goes by SMS when Zalo knows no text for it, and by a new number from the day it was approved', async () => {
    const set = notificationsCommands.find(({ name }) => name === 'template set');
    const words = ['order-received', '481516'];
    expect(await set?.run(house.app, { words, options: { from: '2026-12-01' } })).toContain('481516');
    house.clock.set('2026-11-30T16:00:00Z');
    await buyerTold();
    house.clock.set('2026-11-30T17:00:00Z'); // December in Vietnam
    await buyerTold();
    expect(zalo.received.map(({ body }) => (body as { template_id?: string }).template_id)).toEqual([
      'cho-phien-order-received',
      '481516',
    ]);
    const nonsense = set?.run(house.app, { words: ['weather', '1'], options: {} });
    await expect(nonsense).rejects.toThrow('weather');
  });

  test('is sent once, however many workers send', async () => {
    for (let count = 0; count < 30; count += 1) await house.order([randomUUID()]);
    const send = () => house.send();
    await Promise.all([house.settle(), send(), send()]);
    await send();
    expect(zalo.received).toHaveLength(30);
    expect(new Set(zalo.received.map(({ body }) => body.tracking_id)).size).toBe(30);
  });

  test('and cannot be sent holds nobody up: the order stands, the rest waits quietly', async () => {
    zalo.answers.push(...Array.from({ length: 40 }, () => 'no answer' as const));
    for (let count = 0; count < 40; count += 1) await house.order([randomUUID()]);
    await house.settle();
    expect(zalo.received.length).toBeLessThan(40); // after some silence the company is left alone
    expect(await rows(db, 'select 1 from platform.outbox')).toEqual([]);
    zalo.answers.length = 0;
    house.clock.pass(60_000);
    await house.send();
    expect(new Set((await house.deliveries()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });
});

test('what a buyer was told is forgotten after thirty days, what a seller was told after a year', async () => {
  const producer = randomUUID();
  const person = await house.person(producer);
  await house.order([producer]);
  await house.settle();
  const forget = house.app.get(ForgetMessages, { strict: false });
  house.clock.pass(31 * 86_400_000);
  await forget.run();
  expect(await house.deliveries()).toHaveLength(1);
  expect((await house.messages(person)).items).toHaveLength(1);
  house.clock.pass(340 * 86_400_000);
  await forget.run();
  expect(await house.deliveries()).toEqual([]);
  expect((await house.messages(person)).items).toEqual([]);
});
