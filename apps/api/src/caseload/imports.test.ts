import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CaseloadModule } from './caseload.module.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { xlsxOf } from '../platform/spreadsheet/write.ts';
import { heardOnly, office } from './testing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
heardOnly({});
const clock = new TestClock('2026-11-23T03:00:00Z');
const app = await testWeb({ imports: [CaseloadModule], clock });
const { person, call, raw, send, work } = office(app, db, clock);
const officer = await person('official', [{ role: 'commune-officer', commune: '07330' }]);
const neighbour = await person('official', [{ role: 'commune-officer', commune: '30076' }]);

const heads = ['STT', 'Họ tên chủ hộ', 'Thôn', 'Số điện thoại', 'Số căn cước', 'Sản phẩm'];
type Row = [name: string, hamlet: string, phone: string, citizen?: string, goods?: string];
const list = (...of: Row[]) =>
  xlsxOf('Danh sách', [heads, ...of.map((row, index) => [`${index + 1}`, ...row.map((text) => text ?? '')])]);
let made = 0;
/** People nobody has met before. */
const fresh = (count: number): Row[] =>
  Array.from({ length: count }, () => [`Nguyễn Thị Số ${++made}`, 'Thôn Ngân', `09${String(10_000_000 + made)}`]);

const seen = async (id: string, who = officer) => (await call(who, 'GET', `/imports/${id}`)).body;
const rowsOf = async (id: string, state?: string) =>
  (await call(officer, 'GET', `/imports/${id}/rows${state ? `?state=${state}` : ''}`)).body.items;
const checked = async (bytes: Buffer, query: Record<string, string> = {}) => {
  const { status, body } = await send(officer, bytes, query);
  expect([status, body]).toEqual([200, expect.objectContaining({ state: 'reading' })]);
  await work();
  return seen(body.id);
};
const entered = async (id: string) => {
  const { status } = await call(officer, 'POST', `/imports/${id}/entry`);
  expect(status).toBe(200);
  await work();
  return seen(id);
};
const households = async (name: string) =>
  rows<{ id: string; head: string; hamlet: string; phones: string[] }>(
    db,
    `select p.id, p.head, p.hamlet, array(select phone from identity.producer_phone n where n.producer = p.id order by phone) as phones
     from identity.producer p where p.head = $1 or p.name = $1 order by p.created_at`,
    [name],
  );

describe('a list of households', () => {
  test('is read without entering anything, and entered when somebody says so: draft applications beside households', async () => {
    const view = await checked(
      list(
        ['Nguyễn Thị Tư', 'Thôn Quất Du 1', '0912000001', '024090001234', 'Vải thiều, chổi đót'],
        ['Trần Văn Năm', 'thon quat du 1', '0912000002'],
      ),
    );
    expect(view).toMatchObject({
      state: 'checked',
      counts: { new: 2, wrong: 0, flagged: 0 },
      ready: 2,
      rowsTotal: 2,
      rowsDone: 2,
    });
    expect(await households('Nguyễn Thị Tư')).toEqual([]);
    const done = await entered(view.id);
    expect(done).toMatchObject({ state: 'done', counts: { entered: 2 }, kept: false });
    const [tu] = await households('Nguyễn Thị Tư');
    const [nam] = await households('Trần Văn Năm');
    expect(tu).toMatchObject({ hamlet: 'thon-quat-du-1', phones: ['+84912000001'] });
    expect(nam?.hamlet).toBe('thon-quat-du-1');
    const [kept] = await rows(
      db,
      `select a.status, a.crops, p.entered_how as how, p.entered_by as by, p.citizen_index is not null as proved,
         (select value from onboarding.answer w where w.producer = a.id and w.item = 'note') as note
       from onboarding.application a join identity.producer p using (id) where a.id = $1`,
      [tu?.id],
    );
    expect(kept).toEqual({
      status: 'draft',
      crops: ['lychee'],
      how: 'imported',
      by: officer.id,
      proved: true,
      note: 'Sản phẩm theo danh sách của xã: chổi đót',
    });
    const facts = await rows<{ type: string; data: object }>(
      db,
      `select type, data from platform.event where subject = $1 or subject = $2 order by type`,
      [view.id, tu?.id],
    );
    expect(facts.map(({ type }) => type)).toEqual(['households.imported', 'producer.entered']);
    expect(facts[0]?.data).toEqual({ commune: '07330', entered: 2, flagged: 0, refused: 0 });
  });

  test('keeps nothing personal once it is done: no names in its rows, no file', async () => {
    const view = await checked(list(...fresh(2)));
    await entered(view.id);
    const [left] = await rows(
      db,
      `select count(*) filter (where name is not null or head is not null or cardinality(phones) > 0 or citizen_index is not null)::int as named,
         (select count(*)::int from caseload.import_file f where f.import = $1 and f.key is not null) as files
       from caseload.import_row where import = $1`,
      [view.id],
    );
    expect(left).toEqual({ named: 0, files: 0 });
    expect((await seen(view.id)).sheets).toEqual([]);
  });

  test('with a wrong row enters the good ones; the wrong one comes back, is corrected, and the import goes on', async () => {
    const [one, two] = fresh(2) as [Row, Row];
    const view = await checked(list(one, ['Lê Thị Sai', 'Thôn Ngân', '12345'], two));
    expect(view).toMatchObject({ state: 'checked', counts: { new: 2, wrong: 1 } });
    const [wrong] = await rowsOf(view.id, 'wrong');
    expect(wrong).toMatchObject({
      line: 3,
      problems: [{ column: 'Số điện thoại', cell: 'D3', code: 'not-a-phone', about: '12345' }],
    });
    expect(await entered(view.id)).toMatchObject({ state: 'checked', counts: { entered: 2, wrong: 1 }, kept: true });

    const file = await raw(officer, `/imports/${view.id}/wrong-rows?format=xlsx`);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    const limits = { mostRows: 100, mostBytes: 1e7, mostUnpacked: 1e7, mostEntries: 50, mostRatio: 250 };
    const book = await readFile(file.bytes, limits);
    const table = book.sheets[0]!.lines.map(({ cells }) => {
      const width = Math.max(...cells.keys());
      return Array.from({ length: width + 1 }, (_, column) => cells.get(column)?.text ?? '');
    });
    expect(table[0]).toEqual([...heads, 'Lỗi', 'Mã dòng']);
    expect(table[1]?.[1]).toBe('Lê Thị Sai');
    expect(table[1]?.[6]).toContain('không phải số điện thoại');
    expect(table[1]?.[7]).toBe('1-3');
    const csv = await raw(officer, `/imports/${view.id}/wrong-rows?format=csv`);
    expect(csv.bytes.toString()).toContain('"Lê Thị Sai"');

    table[1]![3] = '0912345999';
    const again = await send(officer, xlsxOf('Cần sửa', table), { continues: view.id });
    expect(again).toMatchObject({ status: 200, body: { id: view.id, part: 2, state: 'reading' } });
    await work();
    expect(await seen(view.id)).toMatchObject({
      state: 'checked',
      counts: { entered: 2, wrong: 0, replaced: 1, new: 1 },
    });
    expect(await entered(view.id)).toMatchObject({ state: 'done', counts: { entered: 3 } });
    expect(await households('Lê Thị Sai')).toMatchObject([{ phones: ['+84912345999'] }]);
  });

  test('handed in twice, or in another form with the same rows, enters nothing twice', async () => {
    const given = fresh(3);
    const view = await checked(list(...given));
    await entered(view.id);
    const same = await send(officer, list(...given));
    expect(same.body).toMatchObject({ id: view.id, state: 'done', again: true });
    const other = await checked(list(...given.toReversed()));
    expect(other).toMatchObject({ state: 'checked', counts: { known: 3, new: 0, flagged: 0 }, ready: 0 });
    expect((await call(officer, 'POST', `/imports/${other.id}/entry`)).body.code).toBe('caseload.illegal-step');
    for (const [name] of given) expect(await households(name)).toHaveLength(1);
  });

  test('two sent at the same moment by two officers enter each household once', async () => {
    const colleague = await person('official', [{ role: 'commune-officer', commune: '07330' }]);
    const given = fresh(4);
    const [mine, hers] = [await send(officer, list(...given)), await send(colleague, list(...given.toReversed()))];
    await Promise.all([work(), work()]);
    for (const { body } of [mine, hers]) await call(officer, 'POST', `/imports/${body.id}/entry`);
    await Promise.all([work(), work()]);
    await work();
    for (const [name] of given) expect([name, (await households(name)).length]).toEqual([name, 1]);
  });

  test('by the same id is the same, also sent three times at once', async () => {
    const [id, bytes] = [randomUUID(), list(...fresh(1))];
    const answers = await Promise.all([1, 2, 3].map(() => send(officer, bytes, {}, id)));
    expect(answers.map(({ body }) => body.id)).toEqual([id, id, id]);
    expect(await rows(db, 'select 1 from caseload.import_file where import = $1', [id])).toHaveLength(1);
  });
});

describe('a row that may be somebody who is there', () => {
  const [[name, hamlet, phone]] = fresh(1) as [Row];

  test('waits for a person, who sees both side by side, and the look at both is noted', async () => {
    await entered((await checked(list([name, hamlet, phone]))).id);
    const view = await checked(
      list(['Hoàng Văn Cùng Số', 'Thôn Mới', phone], [name, hamlet, '0987000111'], ...fresh(1)),
    );
    expect(view).toMatchObject({ counts: { flagged: 2, new: 1 }, ready: 1 });
    const flagged = await rowsOf(view.id, 'flagged');
    expect(
      flagged.map((row: { twins: { why: string; name: string; phones: string[] }[] }) =>
        row.twins.map(({ why }) => why),
      ),
    ).toEqual([['phone'], ['name']]);
    const [twin] = await households(name);
    expect(flagged[0].twins[0]).toMatchObject({
      producer: twin?.id,
      head: name,
      phones: [`+84${phone.slice(1)}`],
      elsewhere: false,
    });
    const looks = await rows<{ subject: string }>(
      db,
      `select distinct subject from platform.looked where actor_id = $1 and subject in ($2, $3) and purpose like 'household.import%'`,
      [officer.id, view.id, twin?.id],
    );
    expect(looks).toHaveLength(2);

    // not decided: entering leaves them waiting
    expect(await entered(view.id)).toMatchObject({ state: 'checked', counts: { entered: 1, flagged: 2 } });
    const [other, same] = flagged;
    const decide = (rowIds: string[], decision: string) =>
      call(officer, 'PUT', `/imports/${view.id}/decisions`, { rows: rowIds, decision });
    await decide([other.id], 'other');
    expect((await decide([same.id], 'same')).body).toMatchObject({ decided: 2, ready: 2 });
    expect(await entered(view.id)).toMatchObject({ state: 'done', counts: { entered: 2, merged: 1 } });
    expect(await households('Hoàng Văn Cùng Số')).toHaveLength(1);
    const all = await households(name);
    expect(all).toHaveLength(1); // the same household, with one more number
    expect(all[0]?.phones).toContain('+84987000111');
  });

  test('can be left out, all of one reason at once', async () => {
    const given = fresh(2);
    await entered((await checked(list(...given))).id);
    const view = await checked(list(...given.map(([who, where]): Row => [who, where, ''])));
    expect(view.counts).toMatchObject({ flagged: 2 });
    const { body } = await call(officer, 'PUT', `/imports/${view.id}/decisions`, {
      all: 'name',
      decision: 'leave-out',
    });
    expect(body).toMatchObject({ decided: 2, ready: 2 });
    expect(await entered(view.id)).toMatchObject({ state: 'done', counts: { 'left-out': 2 } });
  });

  test('by citizen number, and in the same file, is found too; what is elsewhere stays elsewhere', async () => {
    const [[a], [b]] = fresh(2) as [Row, Row];
    const view = await checked(list([a, 'Thôn Ngân', '', '024090005678'], [b, 'Thôn Ngân', '', '024090005678']));
    expect(view.counts).toMatchObject({ new: 1, flagged: 1 });
    const [row] = await rowsOf(view.id, 'flagged');
    expect(row.twins).toMatchObject([{ line: 2, why: 'citizen', name: `Hộ ${a}` }]);
    await call(officer, 'PUT', `/imports/${view.id}/decisions`, { rows: [row.id], decision: 'same' });
    expect(await entered(view.id)).toMatchObject({ counts: { entered: 1, merged: 1 } });

    const [[far]] = fresh(1) as [Row];
    const there = await send(neighbour, list([far, 'Ấp 1', '0987000222']), { commune: '30076' });
    await work();
    await call(neighbour, 'POST', `/imports/${there.body.id}/entry`);
    await work();
    const here = await checked(list(['Đỗ Thị Gần', 'Thôn Ngân', '0987000222']));
    const [near] = await rowsOf(here.id, 'flagged');
    expect(near.twins).toEqual([
      { producer: null, line: null, why: 'phone', name: null, head: null, hamlet: null, phones: [], elsewhere: true },
    ]);
  });
});

describe('who may', () => {
  test('an officer of another commune finds no such list, whatever she tries', async () => {
    const view = await checked(list(...fresh(1)));
    const tries = [
      call(neighbour, 'GET', `/imports/${view.id}`),
      call(neighbour, 'GET', `/imports/${view.id}/rows`),
      call(neighbour, 'PUT', `/imports/${view.id}/decisions`, { rows: [], decision: 'same' }),
      call(neighbour, 'POST', `/imports/${view.id}/entry`),
      call(neighbour, 'POST', `/imports/${view.id}/closing`),
      call(neighbour, 'POST', `/imports/${view.id}/undoing`),
      call(neighbour, 'GET', `/imports/${view.id}/wrong-rows`),
      send(neighbour, list(...fresh(1)), { continues: view.id, commune: '30076' }),
      send(neighbour, list(...fresh(1))), // for a commune that is not hers
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 404));
    expect((await call(neighbour, 'GET', '/imports')).body.items.map(({ id }: { id: string }) => id)).not.toContain(
      view.id,
    );
    const helper = await person('person', [{ role: 'helper', commune: '07330' }]);
    expect((await call(helper, 'GET', '/imports')).status).toBe(403);
    const province = await person('official', [{ role: 'province-officer', province: '24' }]);
    expect((await seen(view.id, province)).id).toBe(view.id);
  });

  test('one who left her office meanwhile enters nothing; her colleague goes on', async () => {
    const leaving = await person('official', [{ role: 'commune-officer', commune: '07330' }]);
    const [[name]] = [fresh(1)] as [[Row]];
    const { body } = await send(leaving, list(name));
    await work();
    await call(leaving, 'POST', `/imports/${body.id}/entry`);
    await db.query('update identity.access_grant set valid_until = $2 where person = $1', [leaving.id, clock.now()]);
    await work();
    expect(await seen(body.id)).toMatchObject({
      state: 'checked',
      reason: { code: 'not-in-office' },
      counts: { new: 1 },
    });
    expect(await households(name[0])).toEqual([]);
    expect(await entered(body.id)).toMatchObject({ state: 'done', counts: { entered: 1 } });
  });
});

describe('a file that cannot be entered as it is', () => {
  test('is refused with its reason: a PDF called .xlsx at once, a list without names when it is read', async () => {
    const pdf = await send(officer, Buffer.from('%PDF-1.7'));
    expect([pdf.status, pdf.body.code, pdf.body.details]).toEqual([
      415,
      'caseload.file-unreadable',
      { reason: 'not-a-list', about: null },
    ]);
    const large = await send(officer, Buffer.alloc(10_485_761, 65));
    expect([large.status, large.body.code]).toEqual([413, 'caseload.file-too-large']);
    const { body } = await send(officer, xlsxOf('x', [heads]));
    await work();
    expect(await seen(body.id)).toMatchObject({ state: 'refused', reason: { code: 'no-rows' }, kept: false });
  });

  test('of 200,000 rows says so, and nothing of it is kept', async () => {
    const rowsOfIt = Array.from({ length: 200_001 }, (_, index) => `"Bà ${index}","Thôn 1"`).join('\n');
    const { body } = await send(officer, Buffer.from(`Họ tên,Thôn\n${rowsOfIt}`));
    await work();
    expect(await seen(body.id)).toMatchObject({
      state: 'refused',
      reason: { code: 'too-many-rows', about: '20000' },
      kept: false,
    });
    expect(await rowsOf(body.id)).toEqual([]);
  });

  test('whose columns are not all understood asks a person, and does as told', async () => {
    const [[name]] = fresh(1) as [Row];
    const { body } = await send(
      officer,
      xlsxOf('x', [
        ['Người trồng', 'Số liên lạc', 'Mã vùng'],
        [name, '0987000333', 'VN-1'],
      ]),
    );
    await work();
    const view = await seen(body.id);
    expect(view).toMatchObject({
      state: 'mapping',
      sheets: [{ name: 'x', columns: [{ head: 'Người trồng', examples: [name] }, { examples: ['098•••••••'] }, {}] }],
    });
    const map = (columns: object[]) => call(officer, 'PUT', `/imports/${body.id}/columns`, { sheet: 'x', columns });
    expect((await map([{ column: 1, field: 'phone' }])).body).toMatchObject({
      code: 'platform.invalid-input',
      errors: [{ field: 'columns' }],
    });
    expect(
      (
        await map([
          { column: 0, field: 'head' },
          { column: 1, field: 'phone' },
        ])
      ).body.state,
    ).toBe('checking');
    await work();
    expect(await entered(body.id)).toMatchObject({ state: 'done', counts: { entered: 1 } });
    expect(await households(name)).toMatchObject([{ phones: ['+84987000333'] }]);
  });
});

describe('work that is cut off', () => {
  test('goes on where it stood when a worker is killed mid-way, and nobody is entered twice', async () => {
    const given = fresh(450);
    const view = await checked(list(...given));
    await call(officer, 'POST', `/imports/${view.id}/entry`);
    // The worker dies in the second transaction: what it had not committed is gone with it.
    await db.query(`create function kill_worker() returns trigger language plpgsql as
      $$ begin if new.rows_done > 200 then raise exception 'killed'; end if; return new; end $$`);
    await db.query('create trigger kill before update on caseload.import for each row execute function kill_worker()');
    await expect(work()).rejects.toThrow('killed');
    expect(await seen(view.id)).toMatchObject({
      state: 'entering',
      rowsDone: 200,
      rowsTotal: 450,
      counts: { entered: 200 },
    });
    await db.query('drop trigger kill on caseload.import');
    await work(); // its lease has not run out: nobody else takes it yet
    const [lease] = await rows<{ soon: boolean }>(
      db,
      `select lease_until < now() + interval '4 seconds' as soon from caseload.import where id = $1`,
      [view.id],
    );
    expect(lease).toEqual({ soon: true }); // a failure that was seen is not waited out like a death
    expect((await seen(view.id)).rowsDone).toBe(200);
    await db.query(`update caseload.import set lease_until = now() - interval '1 second' where id = $1`, [view.id]);
    await work();
    expect(await seen(view.id)).toMatchObject({ state: 'done', counts: { entered: 450 } });
    const [counted] = await rows(
      db,
      `select count(*)::int as households from identity.producer where head = any($1::text[])`,
      [given.map(([name]) => name)],
    );
    expect(counted).toEqual({ households: 450 });
  });

  test('five thousand rows are entered, in as many turns as it takes', async () => {
    const given = fresh(5_000);
    const view = await checked(list(...given));
    for (let tries = 0; (await seen(view.id)).state === 'checking' && tries < 5; tries++) await work();
    expect((await seen(view.id)).counts.new).toBe(5_000);
    await call(officer, 'POST', `/imports/${view.id}/entry`);
    for (let tries = 0; (await seen(view.id)).state === 'entering' && tries < 10; tries++) await work();
    expect((await seen(view.id)).counts.entered).toBe(5_000);
  }, 120_000);
});

test('what an import entered can be taken back within a day, as far as nobody touched it', async () => {
  const given = fresh(3);
  const view = await checked(list(...given));
  const done = await entered(view.id);
  expect(done.undoUntil).toBe('2026-11-24T03:00:00.000Z');
  const [touched] = await households(given[0]![0]);
  await db.query('insert into identity.membership (producer, person, since) values ($1, $2, $3)', [
    touched?.id,
    officer.id,
    clock.now(),
  ]);
  expect((await call(officer, 'POST', `/imports/${view.id}/undoing`)).status).toBe(200);
  await work();
  expect(await seen(view.id)).toMatchObject({ state: 'undone', counts: { entered: 1, undone: 2 } });
  expect(await households(given[0]![0])).toHaveLength(1);
  expect(await households(given[1]![0])).toHaveLength(0);
  // what was taken back can be entered again
  expect(await checked(list(...given))).toMatchObject({ counts: { known: 1, new: 2 } });

  const late = await checked(list(...fresh(1)));
  await entered(late.id);
  clock.pass(25 * 3_600_000);
  expect((await call(officer, 'POST', `/imports/${late.id}/undoing`)).body.code).toBe('caseload.undo-too-late');
});

test('a cooperative’s twelve members: eleven join at once, the twelfth when its row is corrected; nobody may act for them by that', async () => {
  const cooperative = randomUUID();
  await db.query(
    `insert into identity.producer (id, kind, name, commune, province, folded, entered_how, created_at)
     values ($1, 'cooperative', 'HTX Vải Phúc Hòa', '07330', '24', 'htx vai phuc hoa', 'self', $2)`,
    [cooperative, clock.now()],
  );
  const members = fresh(11);
  await entered((await checked(list(members[0]!))).id); // one of them is a household already
  const view = await checked(list(...members, ['Vũ Thị Sai', 'Thôn Ngân', '1']), { cooperative });
  expect(view).toMatchObject({ cooperative: { id: cooperative }, counts: { new: 10, known: 1, wrong: 1 }, ready: 11 });
  await entered(view.id);
  const count = async () =>
    await rows<{ evidence: string }>(
      db,
      'select evidence from identity.cooperative_member where cooperative = $1 and until is null',
      [cooperative],
    );
  expect(await count()).toHaveLength(11);
  await send(officer, list(['Vũ Thị Sai', 'Thôn Ngân', '0987000444']), { cooperative, continues: view.id });
  await work();
  await entered(view.id);
  expect((await count()).map(({ evidence }) => evidence)).toEqual(Array.from({ length: 12 }, () => 'list'));
  expect(await rows(db, 'select 1 from identity.delegation where receiver = $1', [cooperative])).toEqual([]);
  expect(await households(members[0]![0])).toHaveLength(1);
});

test('two writings of one hamlet that is not known yet are one: the same name in it is flagged', async () => {
  const [[name]] = fresh(1) as [Row];
  const view = await checked(
    list([name, 'Thôn Chưa Có 1', '0987000555'], [name.toLowerCase(), 'chưa có 01', '0987000556']),
  );
  expect(view.counts).toMatchObject({ new: 1, flagged: 1 });
});

test('the template can be filled in and handed in, in both forms', async () => {
  for (const format of ['xlsx', 'csv']) {
    const file = await raw(officer, `/import-template?format=${format}`);
    expect(file.headers['content-disposition']).toContain(`mau-danh-sach-ho.${format}`);
    const view = await checked(file.bytes, { file: `mau.${format}` });
    expect(view).toMatchObject({ state: 'checked', format, rowsTotal: 1 });
  }
});
