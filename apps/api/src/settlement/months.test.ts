import type { AnswerOf, getMonth, getProducerStatement, getWithholding, listMonths } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { readXlsx } from '../platform/spreadsheet/xlsx.ts';
import { post } from './ledger.ts';
import { type Books, openBooks, sheetLimits } from './testing.ts';

const { url } = await freshDatabase();
const day = 86_400_000;
let books: Books;
let producer: string;

/** Two parcels of November, one that comes back in December when November is closed, one whose news comes late. */
let returned: Awaited<ReturnType<Books['ordered']>>;
let late: Awaited<ReturnType<Books['ordered']>>;
beforeAll(async () => {
  books = await openBooks(url);
  const household = await books.seller();
  ({ producer } = household);
  await books.delivered(await books.ordered(household.actor));
  returned = await books.ordered(household.actor);
  await books.delivered(returned, { cash: false });
  late = await books.ordered(household.actor);
});
afterAll(() => books?.market.close());

const month = (of = '2026-11') => books.get<AnswerOf<typeof getMonth>>(`/settlement/months/24/${of}`);
const statement = (of: string) =>
  books.get<AnswerOf<typeof getProducerStatement>>(`/settlement/producers/${producer}/statements/${of}`);
const ask = (as = books.accountant, of = '2026-11') => books.send(`/settlement/months/24/${of}/closing`, {}, as);
const approve = (as = books.colleague, of = '2026-11') =>
  books.send(`/settlement/months/24/${of}/closing/approval`, {}, as);

describe('a month', () => {
  test('cannot be closed while it runs, nor by one person, nor before anyone asked', async () => {
    expect((await ask()).body).toMatchObject({ code: 'settlement.month-not-over' });
    expect(await month()).toMatchObject({ state: 'running', sum: 0 });
    books.market.clock.pass(10 * day);
    expect((await approve()).body).toMatchObject({ code: 'settlement.not-asked' });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect(await month()).toMatchObject({ state: 'asked', mine: true });
    expect((await approve(books.accountant)).body).toMatchObject({ code: 'settlement.own-closing' });
  });

  test('shows what is still open before it is closed', async () => {
    const { open, balances, statements, differing } = await month();
    expect(open.cash).toEqual({ count: 1, amount: returned.total });
    expect(open.unpaid).toEqual({ count: 1, amount: 96_500 });
    expect({ statements, differing }).toEqual({ statements: 1, differing: 0 });
    for (const { opening, debit, credit, closing } of balances) expect(opening + debit - credit).toBe(closing);
    expect(balances.reduce((sum, { closing }) => sum + closing, 0)).toBe(0);
  });

  test('that is closed keeps its statements, and refuses by name whatever would be written into it', async () => {
    const before = await statement('2026-11');
    expect((await approve()).status).toBe(200);
    expect((await approve()).status).toBe(200);
    expect(await month()).toMatchObject({ state: 'closed' });
    expect((await ask()).body).toMatchObject({ code: 'settlement.month-closed' });
    expect(await statement('2026-11')).toEqual({ ...before, closed: true });
    const [kept] = await rows(
      books.market.db,
      'select sales, goods, net, through, closing from settlement.month_statement where producer = $1',
      [producer],
    );
    expect(kept).toMatchObject({ sales: 2, goods: 200_000, net: 193_000, through: 193_000, closing: 193_000 });

    const past = books.market.db.query(
      `insert into settlement.entry (id, kind, source, province, at) values (gen_random_uuid(), 'refund', 'x', '24', '2026-11-29')`,
    );
    await expect(past).rejects.toMatchObject({ driverError: { constraint: 'month_closed' } });
    const refused = inTx(books.market.db, (tx) =>
      tx.query(
        `insert into settlement.entry (id, kind, source, province, at) values (gen_random_uuid(), 'refund', 'y', '24', '2026-11-29')`,
      ),
    );
    await expect(refused).rejects.toMatchObject({ code: 'settlement.month-closed' });
    await expect(rows(books.market.db, `update settlement.month set state = 'asked'`)).rejects.toThrow('stays closed');
    await expect(rows(books.market.db, 'delete from settlement.month_statement')).rejects.toThrow('stays closed');
  });

  test('takes no late news: a return and a delivery of November count in December, and say when they happened', async () => {
    const november = await statement('2026-11');
    await books.returned(returned);
    const at = new Date('2026-11-28T03:00:00Z');
    await inTx(books.market.db, (tx) =>
      post(tx, {
        kind: 'refund',
        source: 'late',
        order: late.id,
        parcel: null,
        province: '24',
        at,
        postings: [
          { account: 'buyers', producer: null, amount: 5 },
          { account: 'partner', producer: null, amount: -5 },
        ],
      }),
    );
    const [entry] = await rows<{ at: Date; happened: Date }>(
      books.market.db,
      `select at, happened_at as happened from settlement.entry where source = 'late'`,
    );
    expect(entry).toEqual({ at: new Date('2026-11-30T17:00:00Z'), happened: at });
    expect(await statement('2026-11')).toMatchObject({ totals: november.totals, ledger: november.ledger });
    const december = await statement('2026-12');
    expect(december.totals).toMatchObject({ sales: -1, goods: -100_000, vat: -1_000, pit: -500, net: -96_500 });
    expect(december).toMatchObject({ opening: 193_000, closing: 96_500 });
    expect((await month('2026-12')).sum).toBe(0);
  });

  test('is closed after the one before it', async () => {
    books.market.clock.pass(70 * day);
    expect((await ask(books.accountant, '2027-01')).body).toMatchObject({
      code: 'settlement.month-before-open',
      details: { month: '2026-12' },
    });
    const { items } = await books.get<AnswerOf<typeof listMonths>>('/settlement/months');
    expect(items.map(({ month: name, state }) => [name, state])).toEqual([
      ['2026-12', 'open'],
      ['2026-11', 'closed'],
    ]);
  });
});

describe('what was withheld', () => {
  test('is declared by seller and kind, what came back taken off, and is what the ledger says', async () => {
    const november = await books.get<AnswerOf<typeof getWithholding>>('/settlement/months/24/2026-11/withholding');
    expect(november.rows).toMatchObject([
      {
        producer,
        kind: 'goods',
        sales: 2,
        revenue: 200_000,
        vatBp: 100,
        vat: 2_000,
        pitBp: 50,
        pit: 1_000,
        taxCode: null,
      },
    ]);
    expect(november).toMatchObject({
      ledger: { vat: 2_000, pit: 1_000 },
      totals: { vat: 2_000, pit: 1_000 },
      nameless: 1,
    });
    const december = await books.get<AnswerOf<typeof getWithholding>>('/settlement/months/24/2026-12/withholding');
    expect(december.totals).toEqual({ revenue: -100_000, vat: -1_000, pit: -500 });
    expect(december.ledger).toEqual({ vat: -1_000, pit: -500 });
  });

  test('can be taken away as a spreadsheet and as CSV, and who looked is noted', async () => {
    const path = '/settlement/months/24/2026-11/withholding/file';
    const { bytes } = await books.file(`${path}?as=xlsx`);
    const { sheets } = await readXlsx(bytes, sheetLimits);
    expect([...sheets[0]!.lines.at(-1)!.cells.values()].map(({ text }) => text)).toContain('3000');
    const csv = await books.file(`${path}?as=csv`);
    expect(csv.bytes.toString()).toContain('"Hàng hóa",2,200000,"1 %",2000,"0,5 %",1000,3000');
    const looks = await rows(
      books.market.db,
      `select 1 from platform.looked where subject = $1 and purpose = 'month.close' and actor_id = $2`,
      [producer, books.accountant.id],
    );
    expect(looks.length).toBeGreaterThan(1);
  });

  test('is another province’s to nobody here', async () => {
    const stranger = books.market.person([{ role: 'accountant', province: '82' }], 'official');
    for (const path of ['', '/withholding', '/withholding/file'])
      expect((await books.market.ask('GET', `/settlement/months/24/2026-11${path}`, { as: stranger })).status).toBe(
        404,
      );
    const household = await books.market.producer();
    expect((await books.market.ask('GET', '/settlement/months/24/2026-11', { as: household })).status).toBe(403);
  });
});
