import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { EndDelegation, EnterProducer, GiveDelegation } from '../identity/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Telling } from './testing.ts';

const { url, db } = await freshDatabase();
const house = new Telling();
const { zalo } = house;

beforeAll(() => house.open(url));
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2026-11-23T02:00:00Z');
  await db.query('truncate notifications.message, platform.delivery, platform.outbox');
  zalo.received.length = zalo.answers.length = 0;
});

/** A household with these phones, and whoever belongs to it. */
const household = async (phones: string[] = []) => {
  const id = randomUUID();
  const entered = {
    id,
    kind: 'household' as const,
    name: 'Hộ ông Nguyễn Văn A',
    commune: '07330',
    how: 'assisted' as const,
    phones,
  };
  await inTx(house.db, (tx) => house.get(EnterProducer).run(tx, system('test'), entered));
  return id;
};
const delegated = async (producer: string, person: string) => {
  const id = randomUUID();
  const given = { id, producer, person, rights: ['listing.publish'], until: '2027-12-31', evidence: 'slip' as const };
  await inTx(house.db, (tx) => house.get(GiveDelegation).run(tx, system('test'), { ...given, evidenceRef: 'phieu-1' }));
  return id;
};
/** Somebody changes a price in a household's name. */
const acts = (producer: string, person: string, price: number) => {
  const actor: Actor = {
    ...system('test'),
    kind: 'person',
    id: person,
    grants: [{ role: 'delegate', producer, rights: ['listing.publish'] }],
  };
  return inTx(house.db, (tx) =>
    record(tx, actor, 'listing.changed', randomUUID(), { producer, commune: '07330', changed: ['price'], price }),
  );
};
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('a household', () => {
  test('where nobody has signed in is told on its phones, and no number is kept beside the message', async () => {
    const delegate = await house.person();
    const producer = await household(['+84977000111', '+84977000222']);
    await delegated(producer, delegate.id);
    await house.settle();
    expect(zalo.received.map(({ body }) => body.phone).toSorted()).toEqual(['84977000111', '84977000222']);
    expect(zalo.received[0]?.body).toMatchObject({ template_id: 'cho-phien-delegation-given' });
    const kept = JSON.stringify(
      await rows(db, 'select m, d from notifications.message m left join platform.delivery d on true'),
    );
    expect(kept).not.toContain('77000111');
    expect((await house.messages(delegate)).items).toMatchObject([{ kind: 'delegation-received', sent: 'none' }]);
  });

  test('is told what one did for it in a day by one message that grows, and by phone once', async () => {
    const delegate = await house.person();
    const producer = await household(['+84977000333']);
    const owner = await house.person(producer);
    await delegated(producer, delegate.id);
    await house.settle();
    zalo.received.length = 0;
    for (const price of [45_000, 46_000]) {
      await acts(producer, delegate.id, price);
      await house.settle();
      house.clock.pass(10 * 60_000);
    }
    expect(zalo.received).toEqual([]);
    const told = (await house.messages(owner)).items.filter(({ kind }) => kind === 'delegate-acted');
    expect(told).toHaveLength(1);
    expect(plain(told[0]?.text)).toContain(
      'Ngày 23/11/2026, Bà Mận đã làm thay gian hàng của bạn: Sửa giá một món hàng: giá 45.000 ₫; Sửa giá một món hàng: giá 46.000 ₫.',
    );
    house.clock.pass(30 * 60_000);
    await house.settle();
    expect(zalo.received.map(({ body }) => body.phone)).toEqual([owner.phone.slice(1)]);
    expect(JSON.stringify(zalo.received[0]?.body)).toContain('"so_viec":"2"');

    await acts(producer, delegate.id, 47_000);
    await house.settle();
    house.clock.pass(3_600_000);
    await house.settle();
    expect(zalo.received).toHaveLength(1);
    expect(plain((await house.messages(owner)).items.find(({ kind }) => kind === 'delegate-acted')?.text)).toContain(
      '47.000 ₫',
    );

    house.clock.pass(86_400_000);
    await acts(producer, delegate.id, 48_000);
    await house.settle();
    expect((await house.messages(owner)).items.filter(({ kind }) => kind === 'delegate-acted')).toHaveLength(2);
  });

  test('and the one who acted are both told when it ends', async () => {
    const delegate = await house.person();
    const producer = await household();
    const owner = await house.person(producer);
    const id = await delegated(producer, delegate.id);
    await inTx(house.db, (tx) => house.get(EndDelegation).run(tx, system('test'), id));
    await house.hear();
    for (const one of [owner, delegate]) {
      const ended = (await house.messages(one)).items.find(({ kind }) => kind === 'delegation-ended');
      expect(ended?.text).toBe('Hộ ông Nguyễn Văn A đã thôi cho Bà Mận đăng bán và sửa giá thay từ ngày 23/11/2026.');
    }
  });

  test('that was taken over by one number is told at its others', async () => {
    const producer = await household(['+84977000444']);
    const owner = await house.person(producer);
    await house.state('producer.taken-over', producer, { producer, person: owner.id, commune: '07330' });
    await house.settle();
    expect(zalo.received.map(({ body }) => body.phone)).toEqual(['84977000444']);
    expect((await house.messages(owner)).items[0]?.link).toBe(`/ban-hang/uy-quyen?ho=${producer}`);
  });

  test('is told what its cooperative took in of it, and when that is taken back, why', async () => {
    const [cooperative, producer] = [await household(), await household(['+84977000666'])];
    const supply = { producer: cooperative, supplier: producer, movement: randomUUID(), name: 'Vải thiều', unit: 'kg' };
    const brought = { ...supply, grade: 'first', quantity: 30_000, onHand: 30_000 };
    await house.state('supply.received', randomUUID(), brought);
    await house.settle();
    expect(zalo.received.map(({ body }) => [body.phone, body.template_id])).toEqual([
      ['84977000666', 'cho-phien-supply-received'],
    ]);
    const owner = await house.person(producer);
    await house.state('supply.undone', randomUUID(), { ...brought, onHand: 0, reason: 'Ghi nhầm cân' });
    await house.settle();
    const [told] = (await house.messages(owner)).items;
    expect(plain(told?.text)).toBe(
      'Hộ ông Nguyễn Văn A đã bỏ lần ghi nhận 30 kg Vải thiều, loại 1 của hộ bạn. Lý do: Ghi nhầm cân',
    );
    expect(told?.link).toBe(`/ban-hang/gop-hang?ho=${producer}`);
  });

  test('that was somebody else’s is a matter for the commune’s officer', async () => {
    const producer = await household(['+84977000555']);
    const officer = await house.person();
    await rows(
      db,
      `insert into identity.access_grant (id, person, role, commune, valid_from) values (gen_random_uuid(), $1, 'commune-officer', '07330', $2)`,
      [officer.id, house.clock.now()],
    );
    await house.state('claim.refused', producer, { producer, person: randomUUID(), commune: '07330' });
    await house.settle();
    expect((await house.messages(officer)).items[0]?.text).toContain('không phải hộ của họ');
    expect(zalo.received).toEqual([]);
  });
});
