import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { EnterProducer, IdentityModule, JoinCooperative } from '../identity/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Stock } from '../stock/index.ts';
import { AdmitProducer } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let cooperative: { id: string; manager: Actor; offer: string };
beforeAll(async () => {
  market = await Trade.open(url, { imports: [IdentityModule] });
  cooperative = await group();
});
afterAll(() => market?.close());

const entered = async (kind: 'household' | 'cooperative', name: string): Promise<string> => {
  const id = randomUUID();
  const producer = { id, kind, name, commune: '07330', how: 'assisted' } as const;
  await inTx(market.db, (tx) => market.get(EnterProducer).run(tx, system('test'), producer));
  return id;
};

/** A cooperative that sells something, as its manager acts. */
const group = async () => {
  const id = await entered('cooperative', 'Hợp tác xã Phúc Hòa');
  const seller = { producer: id, producerName: 'Hợp tác xã Phúc Hòa', producerKind: 'cooperative' as const };
  const place = { commune: '07330', province: '24', subArea: null };
  const applicant = randomUUID();
  await market.hears(AdmitProducer, 'producer.approved', id, { ...seller, ...place, crops: ['vai'], applicant });
  await market.hears(AdmitProducer, 'producer.activated', id, { commune: '07330', applicant });
  const manager = market.person([{ role: 'cooperative-manager', producer: id }]);
  return { id, manager, offer: await market.listing({ producer: manager, quantity: 1_000 }) };
};

/** A household that belongs to the cooperative, as she acts. */
const member = async (name: string, of = cooperative.id) => {
  const id = await entered('household', name);
  const joining = { cooperative: of, household: id, evidence: 'list', evidenceRef: 'danh-sach' } as const;
  await inTx(market.db, (tx) => market.get(JoinCooperative).run(tx, system('test'), joining));
  return { id, head: market.person([{ role: 'producer', producer: id }]) };
};

const supply = (supplier: string, given: object = {}) => ({
  id: randomUUID(),
  supplier,
  grade: 'first',
  quantity: 30_000,
  ...given,
});
const bring = (body: object, { as = cooperative.manager, offer = cooperative.offer } = {}) =>
  market.ask('POST', `/listings/${offer}/supplies`, { as, body });
const takeBack = (id: string, reason = 'Ghi nhầm cân') =>
  market.ask('POST', `/listings/${cooperative.offer}/supplies/${id}/undoing`, {
    as: cooperative.manager,
    body: { reason },
  });

describe('a cooperative’s manager', () => {
  test('takes in thirty kilos of a member: there is more to sell, and the member sees it as hers', async () => {
    const lan = await member('Hộ chị Lan');
    const before = (await market.level(cooperative.offer)).onHand;
    const body = supply(lan.id, { note: 'Sấy mẻ sáng' });
    const { status, body: seen } = await bring(body);
    expect({ status, seen }).toMatchObject({
      status: 200,
      seen: {
        unit: 'kg',
        items: [
          { id: body.id, supplier: { id: lan.id, name: 'Hộ chị Lan' }, grade: 'first', quantity: 30_000, undone: null },
        ],
        sums: [{ supplier: { id: lan.id }, grade: 'first', quantity: 30_000 }],
      },
    });
    expect((seen as { members: object[] }).members).toContainEqual({ id: lan.id, name: 'Hộ chị Lan' });
    expect(await market.level(cooperative.offer)).toMatchObject({ onHand: before + 30_000, moved: before + 30_000 });
    const own = await market.ask('GET', `/producers/${lan.id}/contributions`, { as: lan.head });
    expect(own).toMatchObject({
      status: 200,
      body: {
        items: [{ id: body.id, note: 'Sấy mẻ sáng', name: 'Vải thiều sấy', cooperative: 'Hợp tác xã Phúc Hòa' }],
        sums: [{ listing: cooperative.offer, grade: 'first', quantity: 30_000 }],
      },
    });
    const stated = (await market.stated(cooperative.offer)).filter(({ type }) => type === 'supply.received');
    expect(stated.map(({ data }) => data)).toContainEqual({
      producer: cooperative.id,
      supplier: lan.id,
      movement: body.id,
      name: 'Vải thiều sấy',
      unit: 'kg',
      grade: 'first',
      quantity: 30_000,
      onHand: before + 30_000,
    });
  });

  test('who taps twice has taken it in once, and is told so even when the household left meanwhile', async () => {
    const hoa = await member('Hộ bà Hoa');
    const body = supply(hoa.id);
    const before = (await market.level(cooperative.offer)).onHand;
    await Promise.all([bring(body), bring(body)]);
    await rows(market.db, 'update identity.cooperative_member set until = since where household = $1', [hoa.id]);
    expect((await bring(body)).status).toBe(200);
    expect((await bring({ ...body, quantity: 1 })).status).toBe(422);
    expect((await market.level(cooperative.offer)).onHand).toBe(before + 30_000);
    const stated = (await market.stated(cooperative.offer)).filter(({ data }) => data.movement === body.id);
    expect(stated).toHaveLength(1);
  });

  test('takes nothing in of a household that does not belong, or no longer does', async () => {
    const stranger = await entered('household', 'Hộ người lạ');
    const left = await member('Hộ đã ra');
    await rows(market.db, 'update identity.cooperative_member set until = since where household = $1', [left.id]);
    const before = await market.level(cooperative.offer);
    for (const supplier of [stranger, left.id, cooperative.id, randomUUID()]) {
      expect(await bring(supply(supplier))).toMatchObject({
        status: 422,
        body: { code: 'catalogue.supplier-not-member' },
      });
    }
    expect(await market.level(cooperative.offer)).toEqual(before);
  });

  test('is refused nothing, less than nothing, an unknown grade and no supplier', async () => {
    const mai = await member('Hộ cô Mai');
    const wrong = [
      supply(mai.id, { quantity: 0 }),
      supply(mai.id, { quantity: -5 }),
      supply(mai.id, { grade: 'superb' }),
      supply(mai.id, { supplier: undefined }),
      supply(mai.id, { quantity: 1.5 }),
    ];
    for (const body of wrong) expect((await bring(body)).status).toBe(422);
  });

  test('takes a delivery back with a reason, once, and not what is promised to buyers', async () => {
    const tam = await member('Hộ ông Tâm');
    const body = supply(tam.id);
    await bring(body);
    const { onHand } = await market.level(cooperative.offer);
    const order = randomUUID();
    const lines = [{ offer: cooperative.offer, quantity: onHand }];
    await inTx(market.db, (tx) => market.get(Stock).hold(tx, order, lines, new Date('2026-11-23T03:00:00Z')));
    expect(await takeBack(body.id)).toMatchObject({ status: 409, body: { code: 'stock.too-little' } });
    await inTx(market.db, (tx) => market.get(Stock).release(tx, [order]));
    expect((await takeBack(body.id, '')).status).toBe(422);
    for (let tap = 0; tap < 2; tap++) expect((await takeBack(body.id)).status).toBe(200);
    expect((await market.level(cooperative.offer)).onHand).toBe(onHand - 30_000);
    const own = await market.ask('GET', `/producers/${tam.id}/contributions`, { as: tam.head });
    expect(own).toMatchObject({ body: { items: [{ undone: { reason: 'Ghi nhầm cân' } }], sums: [] } });
    const stated = (await market.stated(cooperative.offer)).filter(({ data }) => data.movement === body.id);
    expect(stated.map(({ type }) => type)).toEqual(['supply.received', 'supply.undone']);
  });

  test('of another cooperative finds nothing here', async () => {
    const other = await group();
    const lan = await member('Hộ hai nơi');
    const at = { as: other.manager };
    expect(await market.ask('GET', `/listings/${cooperative.offer}/supplies`, at)).toMatchObject({
      status: 404,
      body: { code: 'catalogue.not-found' },
    });
    expect((await bring(supply(lan.id), at)).status).toBe(404);
    expect(await bring(supply(lan.id), { ...at, offer: other.offer })).toMatchObject({
      status: 422,
      body: { code: 'catalogue.supplier-not-member' },
    });
  });
});

describe('a household', () => {
  test('takes in nothing for itself: only a cooperative is supplied', async () => {
    const seller = await market.producer();
    const offer = await market.listing({ producer: seller });
    expect(await market.ask('GET', `/listings/${offer}/supplies`, { as: seller })).toMatchObject({
      status: 409,
      body: { code: 'catalogue.not-of-a-group' },
    });
    const lan = await member('Hộ của ai');
    expect((await bring(supply(lan.id), { as: seller, offer })).status).toBe(409);
  });

  test('does not find what another brought, nor the cooperative’s list', async () => {
    const [lan, hoa] = [await member('Hộ một'), await member('Hộ hai')];
    await bring(supply(lan.id));
    expect(await market.ask('GET', `/producers/${lan.id}/contributions`, { as: hoa.head })).toMatchObject({
      status: 404,
      body: { code: 'catalogue.not-found' },
    });
    const own = await market.ask('GET', `/producers/${hoa.id}/contributions`, { as: hoa.head });
    expect(own).toMatchObject({ status: 200, body: { items: [], sums: [] } });
    expect((await market.ask('GET', `/listings/${cooperative.offer}/supplies`, { as: lan.head })).status).toBe(404);
  });
});
