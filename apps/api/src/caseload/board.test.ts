import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { FollowHamlet } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { caseloadCommands } from './board-commands.ts';
import { FollowHouseholds, followed } from './board-follow.ts';
import { HandCaseloadOver } from './board-hand-over.ts';
import { FollowPlaces } from './board-places.ts';
import { CaseloadModule } from './caseload.module.ts';
import { heardOnly, office } from './testing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
heardOnly({
  ...Object.fromEntries(followed.map((type) => [type, [FollowHouseholds]])),
  'hamlet.changed': [FollowHamlet, FollowPlaces],
  'official.left': [HandCaseloadOver],
  'grant.ended': [HandCaseloadOver],
});
const clock = new TestClock('2026-11-23T03:00:00Z');
const app = await testWeb({ imports: [CaseloadModule], clock });
const own = app.get<typeof db>(db.constructor);
const { person, call, hear } = office(app, db, clock);

const officer = await person('official', [{ role: 'commune-officer', commune: '07330' }], 'Trần Thị Cán Bộ');
const neighbour = await person('official', [{ role: 'commune-officer', commune: '30076' }]);
const helper = await person('person', [{ role: 'helper', commune: '07330', hamlets: ['thon-1'] }], 'Lê Văn Giúp');
for (const [commune, name] of [
  ['07330', 'Thôn 1'],
  ['07330', 'Thôn 2'],
  ['30076', 'Ấp 1'],
] as const) {
  const who = commune === '07330' ? officer : neighbour;
  expect((await call(who, 'POST', `/communes/${commune}/hamlets`, { name })).status).toBe(200);
}

let made = 0;
const household = async (hamlet: string | null = 'thon-1', commune = '07330') => {
  const id = randomUUID();
  const name = `Hộ Bà Mẫu ${++made}`;
  await inTx(own, (tx) =>
    app.get(Onboarding, { strict: false }).startMany(tx, system('test'), [
      {
        id,
        kind: 'household',
        name,
        head: `Bà Mẫu ${made}`,
        commune,
        hamlet,
        phones: [`+84911${String(100_000 + made)}`],
        how: 'imported',
      },
    ]),
  );
  await hear();
  return { id, name };
};
const board = async (query = '', who = officer) => (await call(who, 'GET', `/caseload?${query}`)).body;
const ids = async (query = '', who = officer) => (await board(query, who)).items.map(({ id }: { id: string }) => id);

describe('the board', () => {
  test('shows who is stuck where, since when and what is missing, as soon as it was heard', async () => {
    const { id, name } = await household();
    clock.pass(3 * 86_400_000);
    const [one] = (await board()).items;
    expect(one).toMatchObject({
      id,
      name,
      place: 'Thôn 1',
      status: 'draft',
      stuckAt: 'stall',
      days: 3,
      helper: null,
      nextVisit: null,
      touchedBy: null,
    });
    expect(one.missing).toContain('crops');
    await inTx(own, (tx) =>
      app
        .get(Onboarding, { strict: false })
        .answer(tx, { ...system('test'), kind: 'person', id: helper.id, grants: [] }, id, [
          { item: 'crops', value: ['lychee'], at: clock.now().toISOString() },
        ]),
    );
    await hear();
    const [now] = (await board()).items;
    expect(now).toMatchObject({ stuckAt: 'place', touchedBy: 'Lê Văn Giúp', touchedAt: clock.now().toISOString() });
  });

  test('is an officer’s commune, a helper’s hamlets, and for anybody else not there', async () => {
    const near = await household('thon-1');
    const far = await household('thon-2');
    const away = await household('ap-1', '30076');
    expect(await ids('sort=name')).toEqual(expect.arrayContaining([near.id, far.id]));
    expect(await ids()).not.toContain(away.id);
    const hers = await ids('', helper);
    expect(hers).toContain(near.id);
    expect(hers).not.toContain(far.id);
    expect((await call(helper, 'GET', `/caseload/${far.id}`)).status).toBe(404);
    expect((await call(helper, 'GET', `/caseload/${near.id}`)).body).toMatchObject({
      id: near.id,
      phones: [expect.stringMatching(/^\+84911/)],
    });
    for (const path of [`/caseload/${near.id}`, `/caseload?commune=07330`, `/tours/2026-12-01?commune=07330`]) {
      const { status, body } = await call(neighbour, 'GET', path);
      expect([path, status === 404 || body.items.length === 0]).toEqual([path, true]);
    }
    const stranger = await person('person', []);
    expect((await call(stranger, 'GET', '/caseload')).status).toBe(403);
    const province = await person('official', [{ role: 'province-officer', province: '82' }]);
    expect(await ids('', province)).toEqual([away.id]);
  });

  test('is filtered, counted, sorted and searched; what is asked twice together is both', async () => {
    const { body: all } = await call(officer, 'GET', '/caseload');
    expect(all.counts.all).toBe(all.total);
    expect(all.counts.status.draft).toBe(all.total);
    expect(await ids('stuck=place')).toHaveLength(all.counts.stuck.place);
    expect(await ids('hamlet=thon-2&stuck=stall')).toHaveLength(1);
    expect(await ids('words=ba%20mau%201&sort=name')).toHaveLength(1);
    expect(await ids('helper=none')).toHaveLength(all.counts.unassigned);
    expect((await board('page=9')).items).toEqual([]);
    for (const wrong of ['sort=x', 'page=0', 'status=x', 'hamlet=A', 'limit=5']) {
      expect([wrong, (await call(officer, 'GET', `/caseload?${wrong}`)).status]).toEqual([wrong, 422]);
    }
  });

  test('each look at it is noted, household by household', async () => {
    const shown = await ids();
    const looks = await rows<{ subject: string }>(
      db,
      `select distinct subject from platform.looked where actor_id = $1 and purpose = 'caseload.board'`,
      [officer.id],
    );
    expect(looks.map(({ subject }) => subject)).toEqual(expect.arrayContaining(shown));
  });

  test('made anew is the same; what drifted is counted, and mended', async () => {
    const run = (name: string) =>
      caseloadCommands.find((one) => one.name === name)?.run(app, { words: [], options: {} });
    const [counted] = await rows<{ households: number }>(
      db,
      'select count(*)::int as households from caseload.household',
    );
    expect(await run('caseload drift')).toBe(`${counted?.households} households, 0 rows differ`);
    const [one] = await ids();
    await db.query(`update caseload.household set name = 'x', stuck_at = null where id = $1`, [one]);
    await db.query('delete from caseload.trail where producer = $1', [one]);
    expect(await run('caseload drift')).toBe(`${counted?.households} households, 1 rows differ`);
    expect(await run('caseload rebuild')).toBe(`${counted?.households} households, 1 rows differed`);
    expect(await run('caseload drift')).toContain(' 0 rows differ');
    expect((await rows(db, 'select 1 from caseload.trail where producer = $1', [one])).length).toBeGreaterThan(0);
  });
});

describe('visits', () => {
  test('are planned, moved, made with what was done and missing, and the next one stands on the board', async () => {
    const { id } = await household();
    const visit = randomUUID();
    const plan = (day: string) => call(officer, 'PUT', `/caseload/${id}/visits/${visit}`, { day });
    expect((await plan('2026-12-01')).body.nextVisit).toBe('2026-12-01');
    expect((await plan('2026-11-28')).body.nextVisit).toBe('2026-11-28');
    expect((await plan('2026-11-01')).body).toMatchObject({
      code: 'platform.invalid-input',
      errors: [{ field: 'day' }],
    });
    expect(await ids('visit=week')).toEqual([id]);
    clock.set('2026-11-29T03:00:00Z');
    expect(await ids('visit=overdue')).toEqual([id]);
    expect((await board()).counts.overdue).toBe(1);

    const tour = (await call(officer, 'GET', '/tours/2026-11-29')).body;
    expect(tour.items).toMatchObject([{ id, visit, overdue: true, phones: [expect.any(String)], lastDone: null }]);
    const made = {
      id: randomUUID(),
      day: '2026-11-29',
      done: 'Chụp ảnh vườn',
      missing: 'Căn cước',
      next: '2026-12-05',
    };
    const twice = await Promise.all([1, 2].map(() => call(officer, 'POST', `/caseload/${id}/visits`, made)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await call(officer, 'GET', `/caseload/${id}`);
    expect(body).toMatchObject({ nextVisit: '2026-12-05', overdue: false });
    expect(body.visits).toMatchObject([
      { plannedFor: '2026-12-05', visitedOn: null },
      { visitedOn: '2026-11-29', done: 'Chụp ảnh vườn', missing: 'Căn cước', by: 'Trần Thị Cán Bộ' },
    ]);
    await hear();
    expect((await call(officer, 'GET', `/caseload/${id}`)).body.history[0]).toMatchObject({
      what: 'household.visited',
      by: 'Trần Thị Cán Bộ',
    });
    const dropped = await call(officer, 'DELETE', `/caseload/${id}/visits/${body.visits[0].id}`);
    expect(dropped.body.nextVisit).toBeNull();
    expect((await call(neighbour, 'POST', `/caseload/${id}/visits`, { ...made, id: randomUUID() })).status).toBe(404);
    const other = await household();
    expect((await call(officer, 'PUT', `/caseload/${other.id}/visits/${visit}`, { day: '2026-12-02' })).status).toBe(
      404,
    );
  });
});

describe('who stands beside a household', () => {
  test('is set by hamlet or one by one; only a helper of that hamlet can be', async () => {
    const { id } = await household('thon-1');
    const elsewhere = await household('thon-2');
    const assign = (body: object, who = officer) =>
      call(who, 'POST', '/caseload-assignments', { helper: helper.id, commune: '07330', ...body });
    const { body } = await assign({ hamlet: 'thon-1' });
    expect(body.assigned).toBeGreaterThan(0);
    expect((await call(officer, 'GET', `/caseload/${id}`)).body.helper).toEqual({ id: helper.id, name: 'Lê Văn Giúp' });
    expect((await assign({ households: [elsewhere.id] })).body.code).toBe('caseload.helper-unknown');
    expect((await assign({ households: [id] }, neighbour)).status).toBe(404);
    expect((await assign({ households: [randomUUID()] })).body.code).toBe('caseload.not-found');
    const { items } = (await call(officer, 'GET', '/caseload-helpers')).body;
    expect(items).toMatchObject([{ id: helper.id, hamlets: ['thon-1'], households: body.assigned }]);
    expect(await ids(`helper=${helper.id}`)).toHaveLength(body.assigned);
  });

  test('who leaves hands over to the colleague that is named; a helper who ends leaves nobody, and each is on the trail', async () => {
    const { id } = await household('thon-1');
    const leaving = await person('person', [{ role: 'helper', commune: '07330' }]);
    const colleague = await person('official', [{ role: 'commune-officer', commune: '07330' }], 'Phạm Thị Mới');
    await call(officer, 'POST', '/caseload-assignments', { helper: leaving.id, commune: '07330', households: [id] });
    await call(leaving, 'PUT', `/caseload/${id}/visits/${randomUUID()}`, { day: '2026-12-10' });
    await inTx(own, (tx) =>
      record(tx, system('test'), 'official.left', leaving.id, {
        commune: '07330',
        province: null,
        handedTo: colleague.id,
      }),
    );
    await hear();
    const { body } = await call(officer, 'GET', `/caseload/${id}`);
    expect(body.helper).toEqual({ id: colleague.id, name: 'Phạm Thị Mới' });
    expect(body.visits[0]).toMatchObject({ plannedFor: '2026-12-10', by: 'Phạm Thị Mới' });

    await call(officer, 'POST', '/caseload-assignments', { helper: helper.id, commune: '07330', households: [id] });
    await inTx(own, (tx) =>
      record(tx, system('test'), 'grant.ended', helper.id, {
        role: 'helper',
        producer: null,
        commune: '07330',
        province: null,
      }),
    );
    await hear();
    expect((await call(officer, 'GET', `/caseload/${id}`)).body.helper).toBeNull();
    const trail = await rows(
      db,
      'select helper, ended_why as why from caseload.assignment where producer = $1 order by since, until nulls last',
      [id],
    );
    expect(trail).toHaveLength(3);
    expect(trail.filter(({ why }) => why === 'left')).toHaveLength(2);
  });
});

describe('hamlets', () => {
  test('are one however they are written; merged, their households and helpers move', async () => {
    const listed = async () => (await call(officer, 'GET', '/communes/07330/hamlets')).body.items;
    const again = await call(officer, 'POST', '/communes/07330/hamlets', { name: 'thôn  01' });
    expect(again.body).toMatchObject({ slug: 'thon-1', name: 'Thôn 1' });
    const wrong = (await call(officer, 'POST', '/communes/07330/hamlets', { name: 'Thôn Một' })).body;
    const { id } = await household(wrong.slug);
    const merged = await call(officer, 'POST', `/communes/07330/hamlets/${wrong.slug}/merging`, { into: 'thon-1' });
    expect(merged.body.slug).toBe('thon-1');
    await hear();
    expect((await listed()).map(({ name }: { name: string }) => name)).toEqual(['Thôn 1', 'Thôn 2']);
    expect((await call(officer, 'GET', `/caseload/${id}`)).body).toMatchObject({ hamlet: 'thon-1', place: 'Thôn 1' });
    const renamed = await call(officer, 'PUT', '/communes/07330/hamlets/thon-1', { name: 'Thôn Quất Du 1' });
    expect(renamed.body).toMatchObject({ slug: 'thon-1', name: 'Thôn Quất Du 1' });
    await hear();
    expect((await call(officer, 'GET', `/caseload/${id}`)).body.place).toBe('Thôn Quất Du 1');
    expect((await call(officer, 'PUT', '/communes/07330/hamlets/thon-1', { name: 'Thôn 2' })).body.code).toBe(
      'caseload.hamlet-known',
    );
    expect((await call(neighbour, 'PUT', '/communes/07330/hamlets/thon-1', { name: 'x' })).status).toBe(404);
  });

  test('of the same name in two former communes are two', async () => {
    const add = async (former: string) =>
      (await call(officer, 'POST', '/communes/07330/hamlets', { name: 'Thôn Chung', former })).body.slug;
    expect(await add('Xã Hợp Đức')).toBe('thon-chung');
    expect(await add('Xã Liên Chung')).toBe('thon-chung-xa-lien-chung');
    expect(await add('hợp đức')).toBe('thon-chung');
  });
});
