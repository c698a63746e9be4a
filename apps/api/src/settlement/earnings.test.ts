import { randomUUID } from 'node:crypto';
import type { AnswerOf, getMyStatement, getPayout, getProducerStatement, listMyStatements } from '@chophien/contracts';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { readXlsx } from '../platform/spreadsheet/xlsx.ts';
import { dots } from './statement-file.ts';
import { type Books, openBooks, sheetLimits } from './testing.ts';

type Statement = AnswerOf<typeof getProducerStatement>;

const cellsOf = (cells: ReadonlyMap<number, { text: string }>): string[] =>
  Array.from({ length: 12 }, (_, at) => cells.get(at)?.text ?? '');

const { url } = await freshDatabase();
const day = 86_400_000;
let books: Books;
let household: { actor: Actor; producer: string };

/** A month of a household: bought and own goods, one parcel that came back, and a payout that the bank has done. */
beforeAll(async () => {
  books = await openBooks(url);
  household = await books.seller();
  await books.delivered(await books.ordered(household.actor));
  await books.delivered(await books.ordered(household.actor, { own: true }));
  const back = await books.ordered(household.actor);
  await books.delivered(back);
  await books.returned(back);
  books.market.clock.pass(4 * day);
  const id = randomUUID();
  const { body } = await books.send('/settlement/payouts', { id });
  const [line] = (body as unknown as AnswerOf<typeof getPayout>).lines;
  await books.send(`/settlement/payouts/${id}/approval`, {}, books.colleague);
  await books.send(`/settlement/payouts/${id}/lines/${line!.id}`, { outcome: 'paid', reference: 'FT2633100077' });
  await books.delivered(await books.ordered(household.actor));
});
afterAll(() => books?.market.close());

const paths = () => ({
  office: `/settlement/producers/${household.producer}/statements/2026-11`,
  own: `/producers/${household.producer}/statements/2026-11`,
});

describe('a month of a household', () => {
  test('is the sum of its lines, is what the ledger says, and leads from what was owed to what is owed', async () => {
    const { items, totals, ledger, ...standing } = await books.get<Statement>(paths().office);
    for (const part of ['goods', 'shipping', 'commission', 'vat', 'pit', 'net'] as const)
      expect(totals[part]).toBe(items.reduce((sum, line) => sum + line[part], 0));
    expect(totals).toMatchObject({ sales: 3, goods: 300_000, net: 96_500 + 98_000 + 96_500, ...ledger });
    expect(standing).toMatchObject({
      opening: 0,
      paidOut: 96_500 + 98_000,
      closing: 96_500,
      balance: 96_500,
      closed: false,
    });
    expect(standing.opening + totals.through - standing.paidOut).toBe(standing.closing);
    expect(standing.payouts).toMatchObject([{ amount: 194_500, reference: 'FT2633100077' }]);
  });

  test('says the same to her as to the accountant, and nothing to a stranger', async () => {
    const { office, own } = paths();
    const hers = await books.get<AnswerOf<typeof getMyStatement>>(own, household.actor);
    expect(hers).toEqual(await books.get<Statement>(office));
    const stranger = await books.market.producer();
    expect((await books.market.ask('GET', own, { as: stranger })).status).toBe(404);
    const sale = `/producers/${household.producer}/sales/${hers.items[0]!.parcel}`;
    expect((await books.market.ask('GET', sale, { as: stranger })).status).toBe(404);
    expect((await books.market.ask('GET', sale, { as: household.actor })).body).toMatchObject({
      lines: [{ quantity: 1_000, price: 100_000, amount: 100_000 }],
      net: hers.items[0]!.net,
    });
    const months = await books.get<AnswerOf<typeof listMyStatements>>(
      `/producers/${household.producer}/statements`,
      household.actor,
    );
    expect(months).toMatchObject({
      items: [{ month: '2026-11', sales: 3, goods: 300_000, net: 291_000, closed: false }],
      balance: 96_500,
    });
  });

  test('is the same in a spreadsheet, line by line and in sum', async () => {
    const { items, totals } = await books.get<Statement>(paths().office);
    const { bytes, type } = await books.file(`${paths().own}/file?as=xlsx`, household.actor);
    expect(type).toContain('spreadsheetml');
    const { sheets } = await readXlsx(bytes, sheetLimits);
    const [sums, lines, payouts] = sheets.map((sheet) => sheet.lines.map(({ cells }) => cellsOf(cells)));
    const said = Object.fromEntries(sums!.map(([word, amount]) => [word, Number(amount)]));
    expect(said).toMatchObject({ 'Tiền hàng': totals.goods, 'Còn lại cho người bán': totals.net });
    const last = lines!.at(-1)!;
    expect(last.slice(4, 10).map(Number)).toEqual([
      totals.goods,
      totals.commission,
      totals.vat,
      totals.pit,
      totals.net,
      totals.shipping,
    ]);
    expect(lines!.slice(1, -1).map((row) => Number(row[8]))).toEqual(items.map(({ net }) => net));
    expect(payouts![1]).toContain('FT2633100077');
  });

  test('is the same on paper, in letters that can be read out', async () => {
    const { name, items, totals, closing } = await books.get<Statement>(paths().office);
    const { bytes, type } = await books.file(`${paths().office}/file?as=pdf`);
    expect(type).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    const words = text.replace(/\s+/g, ' ').normalize('NFC');
    expect(words).toContain(name);
    expect(words).toContain(`Còn lại cho người bán ${dots(totals.net)}`);
    expect(words).toContain(`Chợ còn giữ cuối tháng ${dots(closing)}`);
    const row = [totals.goods, totals.commission, totals.vat, totals.pit, totals.net, totals.shipping];
    expect(words).toContain(`Cộng ${totals.sales} kiện ${row.map(dots).join(' ')}`);
    for (const { code } of items) expect(words).toContain(code);
    expect(words).toContain('FT2633100077');
  });

  test('of many parcels goes on over pages, its head on each', async () => {
    await rows(
      books.market.db,
      `insert into settlement.sale (parcel, order_id, order_code, code, producer, producer_name, province, method, holder, goods,
         shipping, commission, vat, pit, net, explained, placed_at, earned_at)
       select gen_random_uuid(), gen_random_uuid(), 'DH' || n, 'K' || n, $1, 'Hộ đông khách', '24', 'vietqr', 'seller', 1000, 0, 0, 0, 0,
         1000, '{"lines":[],"withheld":[]}', $2, $2 from generate_series(1, 60) n`,
      [household.producer, new Date('2026-10-10T02:00:00Z')],
    );
    const path = `/settlement/producers/${household.producer}/statements/2026-10/file?as=pdf`;
    const { bytes } = await books.file(path);
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
    expect(totalPages).toBeGreaterThan(1);
    for (const page of text.slice(0, -1)) expect(page.normalize('NFC')).toContain('Tiền hàng');
  });
});
