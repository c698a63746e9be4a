import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Households, Identity } from '../identity/index.ts';
import { Ordering } from '../ordering/index.ts';
import { rows } from '../platform/database.ts';
import { notificationsCommands } from './index.ts';
import { SendMessage } from './send-message.ts';
import { SendMessages } from './send-messages.ts';
import { keyPattern, Telling } from './testing.ts';

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
    const workers = [1, 2, 3].map(
      () =>
        new SendMessages(
          db,
          house.get(Identity),
          house.get(Households),
          house.get(Ordering),
          house.get(SendMessage),
          house.clock,
        ),
    );
    for (let count = 0; count < 150; count += 1) await house.order([randomUUID()]);
    await house.hear();
    await Promise.all(workers.map((worker) => worker.run()));
    expect(zalo.received).toHaveLength(150);
    expect(new Set(zalo.received.map(({ body }) => body.tracking_id)).size).toBe(150);
    expect(new Set((await house.deliveries()).map(({ state }) => state))).toEqual(new Set(['sent']));
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
