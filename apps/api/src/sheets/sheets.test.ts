import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, person as actorOf } from '../../../../tests/support/market.ts';
import { heardOnly } from '../caseload/testing.ts';
import { inTx } from '../platform/database.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { csvOf, type Written, xlsxOf } from '../platform/spreadsheet/write.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { Stock } from '../stock/index.ts';
import { SheetsModule } from './sheets.module.ts';
import { priceList, stallOf } from './testing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
heardOnly({});
const clock = new TestClock('2026-11-23T03:00:00Z');
const app = await testWeb({ imports: [SheetsModule], clock });
const the = market(app, app.get(DataSource));
const { manager, person, call, raw, send, work } = stallOf(app, db, clock);

const stall = async () => {
  const { producer } = await the.seller({ name: 'Hợp tác xã Phúc Hòa' });
  const who = await manager(producer);
  return { producer, who, actor: { ...actorOf(producer), id: who.id } };
};
type Stall = Awaited<ReturnType<typeof stall>>;

const heads = ['STT', 'Tên hàng', 'Loại hàng', 'Giá bán', 'ĐVT', 'Số lượng', 'Nguồn gốc', 'Ảnh'];
const goods = (name: string, more: Partial<Record<(typeof heads)[number], Written>> = {}): Written[] =>
  heads.map((head) => more[head] ?? usual[head] ?? (head === 'Tên hàng' ? name : ''));
const usual: Record<string, Written> = {
  'Loại hàng': 'Vải thiều',
  'Giá bán': '35.000',
  ĐVT: 'kg',
  'Số lượng': 100,
  'Nguồn gốc': 'Nhà làm ra',
};

const seen = async ({ who }: Stall, id: string) => (await call(who, 'GET', `/goods-sheets/${id}`)).body;
const rowsOf = async ({ who }: Stall, id: string, state?: string) =>
  (await call(who, 'GET', `/goods-sheets/${id}/rows${state ? `?state=${state}` : ''}`)).body.items;
const checked = async (one: Stall, bytes: Buffer, more: { continues?: string; file?: string } = {}) => {
  const { status, body } = await send(one.who, one.producer, { bytes, ...more });
  expect([status, body.state]).toEqual([200, 'reading']);
  await work();
  return seen(one, body.id);
};
const entered = async (one: Stall, id: string) => {
  expect((await call(one.who, 'POST', `/goods-sheets/${id}/entry`)).status).toBe(200);
  await work();
  return seen(one, id);
};
const mine = async ({ who }: Stall) => (await call(who, 'GET', '/me/listings')).body;
const limits = { mostRows: 5_000, mostBytes: 5_242_880, mostUnpacked: 83_886_080, mostEntries: 500, mostRatio: 250 };
const table = async (bytes: Buffer) => {
  const [sheet] = (await readFile(bytes, limits)).sheets;
  const width = Math.max(...(sheet?.lines ?? []).flatMap(({ cells }) => [...cells.keys()])) + 1;
  return (sheet?.lines ?? []).map(({ cells }) =>
    Array.from({ length: width }, (_, index) => cells.get(index)?.text ?? ''),
  );
};
const file = async ({ who }: Stall, address: string) => {
  const { status, bytes } = await raw(who, address);
  expect(status).toBe(200);
  return bytes;
};
const photo = async ({ actor }: Stall) => the.picture(actor);

describe('a cooperative of twelve with sixty goods', () => {
  test('hands its sheet in, mends three rows that were wrong, gives pictures, and nothing is there twice', async () => {
    const one = await stall();
    const shown = await the.listing(one, { name: 'Vải thiều loại 1' });
    const rows = Array.from({ length: 60 }, (_, index) =>
      goods(`Vải nhà thứ ${index + 1}`, { STT: index + 1, Ảnh: index < 50 ? shown.id : `vai-${index}.jpg` }),
    );
    rows[10] = goods('Vải nhà thứ 11', { 'Giá bán': 'thương lượng', Ảnh: shown.id });
    rows[20] = goods('Vải nhà thứ 21', { ĐVT: 'sào', Ảnh: shown.id });
    rows[55] = goods('Vải nhà thứ 1', { Ảnh: 'khac.jpg' });
    const bytes = priceList(heads, rows);

    const view = await checked(one, bytes);
    expect(view).toMatchObject({ state: 'checked', rowsTotal: 60, ready: 57, counts: { new: 48, photo: 9, wrong: 3 } });
    expect((await mine(one)).total).toBe(1); // nothing was entered
    const wrong = await rowsOf(one, view.id, 'wrong');
    expect(
      wrong.map(({ id, problems }: { id: string; problems: { code: string; cell: string }[] }) => [
        id,
        problems[0]?.code,
        problems[0]?.cell,
      ]),
    ).toEqual([
      ['1-12', 'not-a-price', 'D12'],
      ['1-22', 'unit-unknown', 'E22'],
      ['1-57', 'twice', 'B57'],
    ]);

    const after = await entered(one, view.id);
    expect(after).toMatchObject({ state: 'checked', counts: { listed: 48, waiting: 9, wrong: 3 }, undoable: 57 });
    expect((await mine(one)).total).toBe(49);

    // The three rows come back as a file; mended in it, they go on with the same sheet.
    const [head = [], ...faults] = await table(await file(one, `/goods-sheets/${view.id}/wrong-rows`));
    expect([head.slice(-2), faults.length]).toEqual([['Lỗi', 'Mã dòng'], 3]);
    expect(faults[0]?.at(-2)).toBe(
      'Giá bán (ô D12): “thương lượng” không phải là giá. Hãy ghi số đồng, ví dụ 25000 hoặc 25k.',
    );
    const [name, price, unit] = ['Tên hàng', 'Giá bán', 'ĐVT'].map((word) => head.indexOf(word)) as [
      number,
      number,
      number,
    ];
    const mended = faults.map((cells) => [...cells]);
    (mended[0] as string[])[price] = '36k';
    (mended[1] as string[])[unit] = 'kg';
    (mended[2] as string[])[name] = 'Vải nhà thứ 56';
    const again = await checked(one, xlsxOf('Cần sửa', [head, ...mended]), { continues: view.id });
    expect(again).toMatchObject({
      state: 'checked',
      part: 2,
      ready: 3,
      counts: { new: 2, photo: 1, wrong: 0, replaced: 3 },
    });
    expect(await entered(one, view.id)).toMatchObject({ state: 'done', counts: { listed: 50, waiting: 10 } });

    // What waits is handed in with its pictures; twice is once.
    const [first] = await rowsOf(one, view.id, 'waiting');
    const pictures = [await photo(one)];
    for (let time = 0; time < 2; time++) {
      const { status, body } = await call(one.who, 'POST', `/goods-sheets/${view.id}/rows/${first.id}/pictures`, {
        pictures,
      });
      expect([status, body.state]).toEqual([200, 'listed']);
    }
    expect((await mine(one)).total).toBe(52);

    // The same file again is the same sheet.
    const { body } = await send(one.who, one.producer, { bytes });
    expect(body).toMatchObject({ id: view.id, again: true });
    // Saved anew, with other bytes, it is known row by row: nothing is new but what still waits for pictures.
    const saved = await checked(one, csvOf([heads, ...rows.slice(0, 10)]));
    expect(saved).toMatchObject({ ready: 0, counts: { same: 10, new: 0 } });
    expect(saved.counts.same).toBe(10);
  });

  test('a row becomes the listing it says, in review, with its stock', async () => {
    const one = await stall();
    const shown = await the.listing(one);
    const more = [
      ...heads,
      'Đóng gói',
      'Bảo quản',
      'Mùa vụ từ',
      'Mùa vụ đến',
      'Bán từ ngày',
      'Giao tới',
      'Giống',
      'Mã vùng trồng',
      'Mô tả',
    ];
    const row = [
      ...goods('Vải sấy dẻo', { ĐVT: 'gói', 'Giá bán': '45k', Ảnh: shown.id, 'Số lượng': '1.200' }),
      ...['500 g', 'thường', '20/5/2027', '06/2027', '1/6/2027', 'trong tỉnh', 'U hồng', 'VN-BG-01', 'Sấy lạnh.'],
    ];
    const view = await checked(one, priceList(more, [row]));
    expect(await rowsOf(one, view.id)).toEqual([expect.objectContaining({ state: 'new', problems: [] })]);
    await entered(one, view.id);
    const [listing] = (await mine(one)).items.filter(({ name }: { name: string }) => name === 'Vải sấy dẻo');
    expect(listing).toMatchObject({
      price: 45_000,
      unit: 'goi',
      onHand: 1_200_000,
      pack: { quantity: 500, unit: 'kg' },
      storage: 'ambient',
      harvestFrom: '2027-05-20',
      harvestTo: '2027-06-30',
      sellFrom: '2027-06-01',
      delivery: 'province',
      variety: 'U hồng',
      growingArea: 'VN-BG-01',
      description: 'Sấy lạnh.',
      origin: 'self_produced',
    });
  });
});

describe('goods that are there already', () => {
  test('handed out and in again unchanged change nothing, as a workbook and as text', async () => {
    const one = await stall();
    await the.listing(one, {
      description: 'Hái buổi sáng.\nNgon không?Có ạ.',
      minimum: 1_125,
      increment: 1_125,
      harvestFrom: '2026-06-01',
    });
    await the.listing(one, {
      name: '=HYPERLINK("http://x")',
      unit: 'goi',
      pack: { quantity: 500, unit: 'kg' },
      variety: '+1',
    });
    for (const format of ['xlsx', 'csv']) {
      const bytes = await file(one, `/producers/${one.producer}/goods-sheet?format=${format}`);
      expect(bytes.toString('utf8')).not.toMatch(/(^|,|>)"?=HYPERLINK/m);
      const view = await checked(one, bytes);
      expect(view).toMatchObject({ state: 'checked', ready: 0, counts: { same: 2 } });
    }
  });

  test('change only where somebody changed them: what was sold meanwhile is not brought back', async () => {
    const one = await stall();
    const listing = await the.listing(one);
    const [head = [], cells = []] = await table(await file(one, `/producers/${one.producer}/goods-sheet`));
    await inTx(app.get(DataSource), (tx) =>
      app.get(Stock).take(tx, randomUUID(), [{ offer: listing.id, quantity: 10_000 }]),
    );
    const row = cells.map((text, index) => (head[index] === 'Giá (đồng)' ? '48.000' : text));
    const view = await checked(one, xlsxOf('Hàng', [head, row]));
    expect(await rowsOf(one, view.id)).toEqual([
      expect.objectContaining({
        state: 'change',
        changes: [{ field: 'price', from: '45.000\u00a0₫', to: '48.000\u00a0₫', review: false }],
      }),
    ]);
    expect(await entered(one, view.id)).toMatchObject({ state: 'done', counts: { changed: 1 } });
    expect((await mine(one)).items[0]).toMatchObject({ price: 48_000, onHand: 40_000 });
  });

  test('show a new price at once, and another name once an official has looked', async () => {
    const one = await stall();
    const listing = await the.listing(one);
    const heads = ['Mã hàng', 'Tên hàng', 'Giá', 'Bán đến ngày', 'Mùa vụ từ'];
    const row = [listing.id, 'Vải thiều u hồng', '250k', '31/12/2026', '20/5/2026'];
    const view = await checked(one, priceList(heads, [row]));
    const [planned] = await rowsOf(one, view.id);
    expect(planned.changes.map(({ field, review }: { field: string; review: boolean }) => [field, review])).toEqual([
      ['name', true],
      ['price', false],
      ['harvestFrom', false],
      ['sellTo', false],
    ]);
    expect(await entered(one, view.id)).toMatchObject({ state: 'done', counts: { changed: 1 } });
    expect((await mine(one)).items[0]).toMatchObject({
      state: 'published',
      name: 'Vải thiều Lục Ngạn',
      price: 250_000,
      sellTo: '2026-12-31',
      harvestFrom: '2026-05-20',
      review: { of: 'edit', state: 'in_review', edit: { name: 'Vải thiều u hồng' } },
    });
  });

  test('are counted again by the sheet, but never below what is kept for buyers', async () => {
    const one = await stall();
    const listing = await the.listing(one);
    await inTx(app.get(DataSource), (tx) =>
      app
        .get(Stock)
        .hold(tx, randomUUID(), [{ offer: listing.id, quantity: 20_000 }], new Date(clock.now().getTime() + 900_000)),
    );
    const less = await checked(one, priceList(['Mã hàng', 'Tên hàng', 'Số lượng'], [[listing.id, '', 5]]));
    expect((await rowsOf(one, less.id))[0]).toMatchObject({
      state: 'wrong',
      problems: [{ code: 'below-held', about: '20' }],
    });
    const more = await checked(one, priceList(['Mã hàng', 'Tên hàng', 'Số lượng'], [[listing.id, '', 75]]));
    await entered(one, more.id);
    expect((await mine(one)).items[0]).toMatchObject({ onHand: 75_000, held: 20_000 });
  });
});

describe('what dated rows ask of goods', () => {
  test('is said before they are entered: what must stand on a label, and that services have another way in', async () => {
    const one = await stall();
    const more = [...heads, 'Mức chế biến', 'Đóng gói', 'Nội dung nhãn'];
    const bottle = { ĐVT: 'chai', 'Loại hàng': 'Mật ong' };
    const view = await checked(
      one,
      priceList(more, [
        [...goods('Mật ong hoa vải', bottle), 'Chế biến', '500 ml', 'Thành phần: mật ong'],
        [
          ...goods('Mật ong rừng', bottle),
          'Chế biến',
          '500 ml',
          'Thành phần: mật ong; Hạn sử dụng: 24 tháng; Cách bảo quản: để nơi khô',
        ],
        [...goods('Thăm vườn vải', { ĐVT: 'khách', 'Loại hàng': 'Tham quan vườn' }), '', '', ''],
      ]),
    );
    const rows = await rowsOf(one, view.id);
    expect(rows.map(({ state }: { state: string }) => state)).toEqual(['wrong', 'photo', 'wrong']);
    expect(rows[0].problems).toEqual([
      { column: 'Nội dung nhãn', cell: 'K2', code: 'catalogue.label-incomplete', about: 'Hạn sử dụng, Cách bảo quản' },
    ]);
  });
});

describe('taking back', () => {
  test('withdraws the listings the sheet made, and leaves those of which something was sold', async () => {
    const one = await stall();
    const shown = await the.listing(one);
    const view = await checked(
      one,
      priceList(heads, [goods('Vải một', { Ảnh: shown.id }), goods('Vải hai', { Ảnh: shown.id }), goods('Vải ba')]),
    );
    await entered(one, view.id);
    const [first] = await rowsOf(one, view.id, 'listed');
    await inTx(app.get(DataSource), (tx) =>
      app.get(Stock).take(tx, randomUUID(), [{ offer: first.listing, quantity: 1_000 }]),
    );
    expect(await seen(one, view.id)).toMatchObject({ undoable: 2 });
    await call(one.who, 'POST', `/goods-sheets/${view.id}/undo`);
    await work();
    expect(await seen(one, view.id)).toMatchObject({
      state: 'undone',
      counts: { listed: 1, undone: 2, waiting: 0 },
      undoable: 0,
    });
    const states = Object.fromEntries(
      (await mine(one)).items.map(({ name, state }: { name: string; state: string }) => [name, state]),
    );
    expect(states['Vải hai']).toBe('withdrawn');
    expect(states['Vải một']).not.toBe('withdrawn');
  });
});

describe('a file that is not as it should be', () => {
  test('waits for somebody to say what its columns are', async () => {
    const one = await stall();
    const list = priceList(
      ['Hàng hoá', 'Bao nhiêu tiền', 'Tính theo', 'Có bao nhiêu', 'Ai làm'],
      [['Vải thiều', '25k', 'kg', '5', 'nhà làm']],
    );
    const view = await checked(one, list);
    expect(view).toMatchObject({
      state: 'mapping',
      sheets: [
        {
          columns: [
            { field: 'name', examples: ['Vải thiều'] },
            { field: null },
            { field: null },
            { field: null },
            { field: null },
          ],
        },
      ],
    });
    const columns = (['name', 'price', 'unit', 'quantity', 'origin'] as const).map((field, column) => ({
      column,
      field,
    }));
    const { status } = await call(one.who, 'PUT', `/goods-sheets/${view.id}/columns`, { sheet: 'Hàng', columns });
    expect(status).toBe(200);
    await work();
    expect(await seen(one, view.id)).toMatchObject({ state: 'checked', counts: { photo: 1 } });
  });

  test('of 200,000 rows, or of none, is refused with the reason; a picture is not even taken in', async () => {
    const one = await stall();
    const many = csvOf([heads, ...Array.from({ length: 200_000 }, () => ['1', 'Vải'])]);
    expect(many.length).toBeLessThan(limits.mostBytes);
    expect(await checked(one, many)).toMatchObject({
      state: 'refused',
      reason: { code: 'too-many-rows', about: '5000' },
    });
    expect(await checked(one, priceList(heads, []))).toMatchObject({ state: 'refused', reason: { code: 'no-goods' } });
    const { status, body } = await send(one.who, one.producer, { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
    expect([status, body.code, body.details.reason]).toEqual([415, 'sheets.file-unreadable', 'not-a-list']);
  });

  test('in Windows-1258, with semicolons, in another order and without accents in its heads is read', async () => {
    const one = await stall();
    // "Vải" in Windows-1258: a, then the hook above as a sign of its own
    const text = Buffer.concat([
      Buffer.from('DVT;SO LUONG;TEN SAN PHAM;DON GIA;NGUON GOC\r\nkg;12,5;V', 'latin1'),
      Buffer.from([0x61, 0xd2]),
      Buffer.from('i thi', 'latin1'),
      Buffer.from([0xea, 0xcc]),
      Buffer.from('u;25.000;tu trong\r\n', 'latin1'),
    ]);
    const view = await checked(one, text, { file: 'gia.csv' });
    expect(view).toMatchObject({ state: 'checked', notes: [{ code: 'windows-1258' }] });
    expect((await rowsOf(one, view.id))[0]).toMatchObject({ state: 'photo', price: 25_000 });
  });

  test('the empty template holds no goods, though it shows some', async () => {
    const one = await stall();
    const bytes = await file(one, '/goods-sheet-template?format=xlsx');
    expect((await readFile(bytes, limits)).sheets.map(({ name }) => name)).toEqual([
      'Hàng',
      'Ví dụ',
      'Giá trị cho phép',
    ]);
    expect(await checked(one, bytes)).toMatchObject({ state: 'refused', reason: { code: 'no-goods' } });
  });
});

describe('whose it is', () => {
  test('nobody sees, enters or takes back the sheet of another producer, or names goods of one', async () => {
    const [one, other] = [await stall(), await stall()];
    const theirs = await the.listing(other);
    const view = await checked(
      one,
      priceList(
        [...heads, 'Mã hàng'],
        [
          [...goods('Vải'), theirs.id],
          [...goods('Vải b', { Ảnh: theirs.id }), ''],
        ],
      ),
    );
    const codes = (await rowsOf(one, view.id)).map(({ problems }: { problems: { code: string }[] }) =>
      problems.map(({ code }) => code),
    );
    expect(codes).toEqual([['id-unknown'], ['picture-unknown']]);
    for (const [method, address] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['POST', '/entry'],
      ['POST', '/undo'],
      ['POST', '/end'],
      ['GET', '/wrong-rows'],
    ] as const) {
      expect((await call(other.who, method, `/goods-sheets/${view.id}${address}`)).body.code).toBe('sheets.not-found');
    }
    expect((await send(other.who, one.producer, { bytes: priceList(heads, [goods('x')]) })).body.code).toBe(
      'sheets.not-found',
    );
    expect((await raw(other.who, `/producers/${one.producer}/goods-sheet`)).status).toBe(404);
  });

  test('who was given to sell for it may hand in, and count only if she was given that too', async () => {
    const one = await stall();
    const listing = await the.listing(one);
    const helper = await person('person', [{ role: 'delegate', producer: one.producer, rights: ['listing.publish'] }]);
    const there = { ...one, who: helper };
    const view = await checked(
      there,
      priceList(['Mã hàng', 'Tên hàng', 'Giá', 'Số lượng'], [[listing.id, '', '47k', 90]]),
    );
    expect((await rowsOf(there, view.id))[0]).toMatchObject({ state: 'wrong', problems: [{ code: 'may-not-count' }] });
    const priced = await checked(there, priceList(['Mã hàng', 'Tên hàng', 'Giá'], [[listing.id, '', '47k']]));
    await entered(there, priced.id);
    expect((await mine(one)).items[0]).toMatchObject({ price: 47_000, onHand: 50_000 });
    expect((await the.stated(listing.id)).at(-1)).toMatchObject({ type: 'listing.changed' });
  });

  test('who may no longer sell when it is entered enters nothing, and somebody else goes on', async () => {
    const one = await stall();
    const view = await checked(one, priceList(heads, [goods('Vải')]));
    await call(one.who, 'POST', `/goods-sheets/${view.id}/entry`);
    await db.query('update identity.access_grant set valid_until = $2 where person = $1', [one.who.id, clock.now()]);
    await work();
    const next = await person('person', [{ role: 'cooperative-manager', producer: one.producer }]);
    const there = { ...one, who: next };
    expect(await seen(there, view.id)).toMatchObject({
      state: 'checked',
      reason: { code: 'not-seller' },
      counts: { photo: 1 },
    });
    expect(await entered(there, view.id)).toMatchObject({ state: 'done', counts: { waiting: 1 } });
  });
});

test('a thousand rows are each looked at and entered, in as many turns as it takes', { timeout: 120_000 }, async () => {
  const one = await stall();
  const shown = await the.listing(one);
  const rows = Array.from({ length: 1_000 }, (_, index) => goods(`Hàng số ${index + 1}`, { Ảnh: shown.id }));
  const view = await checked(one, priceList(heads, rows));
  await call(one.who, 'POST', `/goods-sheets/${view.id}/entry`);
  for (let turn = 0; turn < 20 && (await seen(one, view.id)).state === 'entering'; turn++) await work();
  expect(await seen(one, view.id)).toMatchObject({ state: 'done', counts: { listed: 1_000 } });
});
