import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { keyPattern, Telling } from './testing.ts';
import { ForgetMessages, TellProducer } from './index.ts';

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
    await inTx(db, (tx) => house.get(TellProducer).handle([event as never], tx));
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
      parcel: sent.parcel,
      code: sent.code,
      producer: sent.producer,
      commodities: [],
      device: null,
      ...where,
    });
    await house.state('parcel.cancelled', refused.parcel, {
      order,
      code: refused.code,
      producer: refused.producer,
      commune: '07330',
      reason: 'Mưa lớn',
      refund: 0,
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
      code: 'AB12CD34',
      reason: 'buyer',
      refund: 0,
      producers: [producer],
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
      commune: '07330',
      applicant: person.id,
      items: ['name', 'crops'],
    });
    await house.settle();
    expect((await house.messages(person)).items[0]?.text).toContain('tên gian hàng, nông sản');
    expect(zalo.received[0]?.body.phone).toBe(person.phone.slice(1));
    expect((await house.messages(stranger)).items).toEqual([]);
    expect((await house.app.inject({ method: 'GET', url: '/me/messages' })).statusCode).toBe(401);
  });
});

describe('a stall', () => {
  const commune = '07330';
  const texts = async (person: { id: string }) => (await house.messages(person as never)).items;

  test('that may sell from now on is told so, on the phone too', async () => {
    const person = await house.person();
    await house.state('producer.activated', randomUUID(), { commune, applicant: person.id });
    await house.settle();
    expect(await texts(person)).toMatchObject([{ kind: 'producer-activated', link: '/ban-hang/dang-ban' }]);
    expect(zalo.received.map(({ body }) => body.phone)).toEqual([person.phone.slice(1)]);
  });

  test('that is to be suspended is told from when, why, and what can be done about it; and that it was dropped', async () => {
    const person = await house.person();
    const producer = randomUUID();
    const said = { commune, applicant: person.id, reason: 'Nhãn hàng chưa đúng' };
    await house.state('suspension.announced', producer, { ...said, from: '2026-11-28T02:00:00.000Z' });
    await house.settle();
    const [announced] = await texts(person);
    expect(announced?.text).toContain('từ 09:00 ngày 28/11/2026. Lý do: Nhãn hàng chưa đúng');
    expect(announced?.text).toContain('không đồng ý thì gọi cán bộ xã');
    expect(zalo.received).toHaveLength(1);
    house.clock.pass(1_000);
    await house.state('suspension.dropped', producer, { ...said, reason: 'Đã sửa nhãn' });
    await house.settle();
    expect((await texts(person))[0]).toMatchObject({ kind: 'suspension-dropped', sent: 'none' });
  });

  test('whose account changed tells all its people and nobody else; the first account is no alarm', async () => {
    const producer = randomUUID();
    const [owner, stranger] = [await house.person(producer), await house.person()];
    const said = { producer, commune, numberEnd: '789' };
    await house.state('payout.changed', producer, { ...said, frozenUntil: null });
    await house.settle();
    expect(await texts(owner)).toMatchObject([{ kind: 'payout-set', sent: 'none' }]);
    house.clock.pass(1_000);
    const until = new Date(house.clock.now().getTime() + 48 * 3_600_000).toISOString();
    await house.state('payout.changed', producer, { ...said, frozenUntil: until });
    await house.settle();
    const [changed] = await texts(owner);
    expect(changed?.text).toContain('số cuối 789. Tiền được giữ lại 48 giờ');
    expect(changed?.text).toContain('Nếu không phải bạn đổi');
    expect(zalo.received).toHaveLength(1);
    expect(await texts(stranger)).toEqual([]);
  });

  test('that was closed tells who applied, or without her those who sell for it', async () => {
    const producer = randomUUID();
    const [applicant, owner] = [await house.person(), await house.person(producer)];
    await house.state('producer.closed', producer, { commune, applicant: applicant.id, reason: 'Thôi bán' });
    await house.settle();
    expect([await texts(applicant), await texts(owner)]).toMatchObject([[{ kind: 'producer-closed' }], []]);
    await house.state('producer.closed', producer, { commune, applicant: null, reason: 'Nhập hai lần' });
    await house.settle();
    expect((await texts(owner))[0]?.text).toContain('Nhập hai lần');
  });
});

test('what a buyer was told is forgotten after thirty days, what a seller was told after a year', async () => {
  const producer = randomUUID();
  const person = await house.person(producer);
  await house.order([producer]);
  await house.settle();
  const forget = house.get(ForgetMessages);
  house.clock.pass(31 * 86_400_000);
  await forget.run();
  expect(await house.deliveries()).toHaveLength(1);
  expect((await house.messages(person)).items).toHaveLength(1);
  house.clock.pass(340 * 86_400_000);
  await forget.run();
  expect(await house.deliveries()).toEqual([]);
  expect((await house.messages(person)).items).toEqual([]);
});

describe('what an official decided of a listing', () => {
  test('is told to whoever sells it: that it is shown, or what to mend in plain words', async () => {
    const producer = randomUUID();
    const person = await house.person(producer);
    const [shown, returned] = [randomUUID(), randomUUID()];
    const common = { producer, commune: '07330', name: 'Vải thiều' };
    await house.state('listing.approved', shown, { ...common, of: 'listing', fields: [] });
    await house.state('listing.returned', returned, {
      ...common,
      of: 'listing',
      remarks: [
        { field: 'pictures', reason: 'picture-unclear', words: null },
        { field: 'listing', reason: 'other', words: 'Ghi rõ mua của ai.' },
      ],
    });
    await house.settle();
    const { items } = await house.messages(person);
    const of = (kind: string) => items.find((one) => one.kind === kind);
    expect(of('listing-approved')).toMatchObject({ link: `/ban-hang/san-pham/${shown}`, sent: 'zalo' });
    expect(of('listing-returned')).toMatchObject({ link: `/ban-hang/san-pham/${returned}`, sent: 'zalo' });
    expect(of('listing-returned')?.text).toBe(
      'Vải thiều cần sửa: 1. Chụp lại ảnh ở chỗ sáng, đưa máy lại gần món hàng. 2. Ghi rõ mua của ai. Món chưa hiện trên chợ. Mở để sửa rồi gửi lại.',
    );
    expect(zalo.received.map(({ body }) => body.template_id)).toEqual(
      expect.arrayContaining(['cho-phien-listing-approved', 'cho-phien-listing-returned']),
    );
  });

  test('of an edit stays off the phone when it was let be shown, and says that buyers read the old words when not', async () => {
    const producer = randomUUID();
    const person = await house.person(producer);
    const common = { producer, commune: '07330', name: 'Vải thiều', of: 'edit' as const };
    await house.state('listing.approved', randomUUID(), { ...common, fields: ['name'] });
    await house.settle();
    expect((await house.messages(person)).items).toMatchObject([{ kind: 'listing-edit-approved', sent: 'none' }]);
    await house.state('listing.returned', randomUUID(), {
      ...common,
      remarks: [{ field: 'origin', reason: 'origin-unproven', words: null }],
    });
    await house.settle();
    expect((await house.messages(person)).items[0]?.text).toContain('Người mua vẫn thấy bản cũ');
  });
});
