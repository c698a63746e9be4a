import { randomUUID } from 'node:crypto';
import type { AnswerOf, getPayout, getProducerStatement, getSettledSale, getSettlement } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { post } from './ledger.ts';
import { type Books, openBooks } from './testing.ts';

const { url } = await freshDatabase();
const day = 86_400_000;
let books: Books;
let market: Books['market'];
let accountant: Books['accountant'];
let colleague: Books['colleague'];
let seller: Books['seller'];
let ordered: Books['ordered'];
let delivered: Books['delivered'];

beforeAll(async () => {
  books = await openBooks(url);
  ({ market, accountant, colleague, seller, ordered, delivered } = books);
});
afterAll(() => market?.close());

const get = <T>(path: string): Promise<T> => books.get<T>(path);
const overview = () => get<AnswerOf<typeof getSettlement>>('/settlement?month=2026-11');
const statement = (producer: string) =>
  get<AnswerOf<typeof getProducerStatement>>(`/settlement/producers/${producer}/statements/2026-11`);
const post2 = (path: string, body: object, as = accountant) => market.ask('POST', path, { as, body });

describe('a sale', () => {
  test('is divided when it is placed, by that day’s rules, and the parts are the whole', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    const parcel = await delivered(order);
    const view = await get<AnswerOf<typeof getSettledSale>>(`/settlement/sales/${parcel.id}`);
    expect(view).toMatchObject({
      goods: 100_000,
      commission: 2_000,
      vat: 1_000,
      pit: 500,
      net: 96_500,
      holder: 'carrier',
    });
    expect(view.commissionRule).toMatchObject({ id: 'chung-2026', percentBp: 200 });
    expect(view.withheld).toMatchObject([{ kind: 'goods', rule: '252-hang-hoa', vat: 1_000, pit: 500 }]);
    expect(view.entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['cash-collected', 'earned', 'cash-remitted']),
    );
    for (const { postings } of view.entries) expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect((await statement(producer)).ledger).toEqual({
      shipping: parcel.shipping,
      commission: 2_000,
      vat: 1_000,
      pit: 500,
      through: 96_500,
      owed: 0,
    });
  });

  test('of a household’s own unprocessed goods is not withheld from', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor, { own: true }));
    expect((await statement(producer)).totals).toMatchObject({
      goods: 100_000,
      commission: 2_000,
      vat: 0,
      pit: 0,
      net: 98_000,
    });
  });

  test('stays as it was when the rules change, and heard twice it is one', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    await rows(market.db, `update settlement.commission_rule set percent_bp = 900 where id = 'chung-2026'`);
    await delivered(order);
    await delivered(order, { cash: false });
    await rows(market.db, `update settlement.commission_rule set percent_bp = 200 where id = 'chung-2026'`);
    expect((await statement(producer)).totals).toMatchObject({ sales: 1, commission: 2_000 });
  });

  test('that comes back is taken back whole, taxes with it', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    await delivered(order);
    await books.returned(order);
    const view = await statement(producer);
    expect(view.totals).toMatchObject({ sales: 0, goods: 0, commission: 0, vat: 0, net: 0 });
    expect(view.items.map(({ what, net }) => [what, net])).toEqual([
      ['earned', 96_500],
      ['reversed', -96_500],
    ]);
    expect(view.ledger).toEqual({ shipping: 0, commission: 0, vat: 0, pit: 0, through: 0, owed: 0 });
    expect(view.balance).toBe(0);
  });
});

describe('the ledger', () => {
  test('refuses what does not sum to zero, and to be changed', async () => {
    const entry = {
      kind: 'refund',
      source: 'x',
      order: null,
      parcel: null,
      province: '24',
      at: market.clock.now(),
    } as const;
    const crooked = inTx(market.db, (tx) =>
      post(tx, { ...entry, postings: [{ account: 'partner', producer: null, amount: 5 }] }),
    );
    await expect(crooked).rejects.toThrow('does not sum to zero');
    await expect(rows(market.db, 'update settlement.posting set amount = amount + 1')).rejects.toThrow('only added to');
    await expect(rows(market.db, 'delete from settlement.entry')).rejects.toThrow('only added to');
  });

  test('balances', async () => {
    const { sum, balances } = await overview();
    expect(sum).toBe(0);
    expect(balances.length).toBeGreaterThan(3);
  });
});

describe('a payout', () => {
  test('pays what is earned, past the claim window and handed over; a second person lets it go; the bank says paid', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    await delivered(await ordered(actor), { cash: false });
    market.clock.pass(4 * day);
    const id = randomUUID();
    const made = (await post2('/settlement/payouts', { id })).body as unknown as AnswerOf<typeof getPayout>;
    const line = made.lines.find((one) => one.producer.id === producer)!;
    expect(line).toMatchObject({ amount: 96_500, sales: 1, state: 'waiting' });
    expect((await post2('/settlement/payouts', { id })).body).toMatchObject({ payouts: made.payouts });

    const pay = (said: object) => post2(`/settlement/payouts/${id}/lines/${line.id}`, said);
    expect((await pay({ outcome: 'paid', reference: 'FT01' })).body).toMatchObject({ code: 'settlement.not-approved' });
    expect((await post2(`/settlement/payouts/${id}/approval`, {})).body).toMatchObject({
      code: 'settlement.own-payout',
    });
    expect((await post2(`/settlement/payouts/${id}/approval`, {}, colleague)).status).toBe(200);

    const file = await market.app.inject({
      url: `/settlement/payouts/${id}/file?layout=vietcombank`,
      headers: { authorization: `Bearer ${accountant.sessionId}` },
    });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');

    expect((await pay({ outcome: 'paid', reference: 'FT2632900001' })).status).toBe(200);
    expect((await pay({ outcome: 'paid', reference: 'FT2632900001' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(96_500); // the other parcel's cash has not come
    const paid = (await statement(producer)).items.find(({ payout }) => payout !== null);
    expect(paid?.payout).toMatchObject({ state: 'paid', reference: 'FT2632900001' });

    expect((await pay({ outcome: 'returned', reference: 'Sai tên' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(2 * 96_500);
    expect((await pay({ outcome: 'again' })).status).toBe(200);
    expect((await pay({ outcome: 'paid', reference: 'FT2632900002' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(96_500);
    expect((await overview()).sum).toBe(0);
  });

  test('of a parcel happens once, however many gather it at the same moment', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    market.clock.pass(4 * day);
    await Promise.all(Array.from({ length: 6 }, () => post2('/settlement/payouts', { id: randomUUID() })));
    const found = await rows(market.db, 'select amount from settlement.payout where producer = $1', [producer]);
    expect(found).toEqual([{ amount: 96_500 }]);
  });

  test('and a statement are not found by another province', async () => {
    const stranger = market.person([{ role: 'accountant', province: '82' }], 'official');
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    const { status } = await market.ask('GET', `/settlement/producers/${producer}/statements/2026-11`, {
      as: stranger,
    });
    expect(status).toBe(404);
  });
});
