import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { FinishHandOver } from './field-hand-over.ts';
import { type Body, openField } from './field.fixture.ts';

const { url, db } = await freshDatabase();
const field = await openField({ url, db });
afterAll(field.close);
const {
  app,
  clock,
  village,
  ask,
  helper,
  other,
  away,
  send,
  newcomer,
  entered,
  agreement,
  slip,
  letIn,
  typed,
  storyOf,
} = field;

describe('writing for a household', () => {
  test('is stamped as hers for it, once, and shows no payout', async () => {
    const { id } = await letIn();
    const entry = { id: randomUUID(), at: clock.now().toISOString() };
    const body = { answers: [typed('story', 'Trồng vải ba đời'), typed('address', 'Cạnh nhà văn hoá')] };
    for (let time = 0; time < 3; time += 1) {
      expect((await send(helper, 'answers', id, body, entry)).body.outcome).toBe('applied');
    }
    expect(
      await rows(db, `select by, on_behalf as behalf from onboarding.answer where producer = $1 and item = 'story'`, [
        id,
      ]),
    ).toEqual([{ by: helper.id, behalf: true }]);
    const acted = await rows<{ actor: string }>(
      db,
      `select actor_id as actor from platform.event where type = 'application.answered' and on_behalf_of = $1`,
      [id],
    );
    expect(acted).toEqual([{ actor: helper.id }]);
    expect((await ask(helper, 'GET', `/producers/${id}/application`)).body.payout).toBeNull();
  });

  test('what the household answered meanwhile is shown beside hers, and the rest is saved', async () => {
    const { id } = await letIn();
    await send(helper, 'answers', id, { answers: [typed('story', 'Nhà tôi trồng vải')] });
    clock.pass(60_000);
    const typedAt = clock.now();
    clock.pass(60_000);
    await rows(
      db,
      `update onboarding.answer set value = '"Nhà tôi bán mật"', at = $2, by = null where producer = $1 and item = 'story'`,
      [id, clock.now()],
    );
    clock.pass(60_000);
    const seen = new Date(typedAt.getTime() - 60_000).toISOString();
    const body = {
      answers: [
        { ...typed('story', 'Vải sớm ba đời'), at: typedAt.toISOString(), seen },
        { ...typed('note', 'Gọi sau 5 giờ'), at: typedAt.toISOString(), seen: null },
      ],
    };
    const said = await send(helper, 'answers', id, body);
    expect(said.body).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ item: 'story', mine: 'Vải sớm ba đời', theirs: 'Nhà tôi bán mật' }],
    });
    expect(await storyOf(id)).toBe('Nhà tôi bán mật');
    expect(said.body.household.answers).toContainEqual(
      expect.objectContaining({ item: 'note', value: 'Gọi sau 5 giờ' }),
    );
    const [conflict] = said.body.conflicts;
    const mine = await send(helper, 'answers', id, {
      answers: [typed('story', conflict.mine, { seen: conflict.theirsAt })],
    });
    expect(mine.body.outcome).toBe('applied');
    expect(await storyOf(id)).toBe('Vải sớm ba đời');
  });

  test('ends with the grant, in the middle of an edit; what she typed comes back to her', async () => {
    const { id } = await letIn();
    await rows(db, 'update identity.delegation set ended_at = $2 where producer = $1', [id, clock.now()]);
    const entry = { id: randomUUID(), at: clock.now().toISOString() };
    const body = { answers: [typed('story', 'Đang ghi dở')] };
    const refused = await send(helper, 'answers', id, body, entry);
    expect(refused.body).toMatchObject({ outcome: 'refused', problem: { code: 'caseload.consent-missing' } });
    expect(refused.body.household.answers).toEqual([]);
    // They agree again: the very same entry goes through, and counts once.
    const { paper } = await slip(helper, id);
    await send(helper, 'consent-slip', id, agreement({ paper }));
    expect((await send(helper, 'answers', id, body, entry)).body.outcome).toBe('applied');
    expect(await storyOf(id)).toBe('Đang ghi dở');
    expect(await rows(db, 'select outcome, tries from caseload.field_entry where id = $1', [entry.id])).toEqual([
      { outcome: 'applied', tries: 2 },
    ]);
  });

  test('a helper whose role has ended is refused by name, and her phone keeps everything', async () => {
    const gone = await village.helper('07330', ['quat-du']);
    await rows(db, 'update identity.access_grant set valid_until = $2 where person = $1', [gone.id, clock.now()]);
    const answer = await send(gone, 'household', randomUUID(), newcomer());
    expect([answer.status, answer.body.code]).toEqual([403, 'platform.not-allowed']);
  });

  test('an answer of the wrong shape is refused by its field, and nothing of it is saved', async () => {
    const { id } = await letIn();
    const said = await send(helper, 'answers', id, { answers: [typed('story', 'Được'), typed('name', 'x')] });
    expect(said.body).toMatchObject({
      outcome: 'refused',
      problem: { code: 'platform.invalid-input', errors: [{ field: 'answers[1].value' }] },
    });
    expect(await storyOf(id)).toBeUndefined();
  });
});

describe('the phone’s list', () => {
  test('has the households of her hamlets and nobody else’s, numbers masked; the same page is not sent again', async () => {
    const { id, phone } = await letIn();
    const far = await village.household(null, { hamlet: 'lo-noi', phones: [village.newPhone()], name: 'Hộ bà Kia' });
    const page = (await ask(helper, 'GET', '/field/households')).body;
    const all = [...page.items];
    for (let next = 2; next <= page.pages; next += 1) {
      all.push(...(await ask(helper, 'GET', `/field/households?page=${next}`)).body.items);
    }
    expect(all).toHaveLength(page.total);
    const mine = all.find((one) => one.id === id);
    expect(mine).toMatchObject({ delegation: { until: '2027-02-21' }, signedIn: false, status: 'draft' });
    expect(mine.missing).toContain('crops');
    expect(JSON.stringify(all)).not.toContain(far);
    expect(JSON.stringify(all)).not.toContain(phone.slice(3));
    const again = (await ask(helper, 'GET', `/field/households?known=${page.version}`)).body;
    expect(again).toMatchObject({ unchanged: true, items: [], version: page.version });
    expect((await ask(away, 'GET', '/field/households')).body.items).toEqual([]);
  });

  test('a look is noted once a day for each household, not once for each synchronisation', async () => {
    const { id } = await entered();
    const looks = () =>
      rows(db, `select 1 from platform.looked where subject = $1 and actor_id = $2 and purpose = 'household.assist'`, [
        id,
        helper.id,
      ]);
    for (let time = 0; time < 3; time += 1) await ask(helper, 'GET', '/field/households');
    await ask(helper, 'GET', `/field/households/${id}`);
    expect(await looks()).toHaveLength(1);
    clock.pass(86_400_000);
    await ask(helper, 'GET', `/field/households/${id}`);
    await ask(helper, 'GET', `/field/households/${id}`);
    expect(await looks()).toHaveLength(2);
  });

  test('is searched by name without accents, by phone and by citizen number', async () => {
    const { id, phone } = await entered({ head: 'Lê Thị Tìm Mãi', citizenNumber: '024095009999' });
    for (const words of ['tim mai', phone.replace('+84', '0'), '024095009999', '024 095 009999']) {
      const { items } = (await ask(helper, 'POST', '/field/searches', { body: { words } })).body;
      expect([words, items.map((one: Body) => one.id)]).toEqual([words, [id]]);
      expect((await ask(other, 'POST', '/field/searches', { body: { words } })).body.items).toEqual([]);
    }
  });
});

test('a visit is noted once, and the next one stands on the list', async () => {
  const { id } = await entered();
  const entry = { id: randomUUID(), at: clock.now().toISOString() };
  const body = { day: '2026-11-23', done: 'Đã chỉ cách chụp ảnh', missing: 'Giấy cam kết', next: '2026-12-01' };
  for (const time of [1, 2]) {
    expect([time, (await send(helper, 'visit', id, body, entry)).body.household.nextVisit]).toEqual([
      time,
      '2026-12-01',
    ]);
  }
  const early = await send(helper, 'visit', id, { day: '2099-01-01', done: 'Mai đến' });
  expect(early.body).toMatchObject({ outcome: 'refused', problem: { errors: [{ field: 'body.day' }] } });
  const visits = await rows(
    db,
    'select visited_on from caseload.visit where producer = $1 and visited_on is not null',
    [id],
  );
  expect(visits).toEqual([{ visited_on: '2026-11-23' }]);
});

test('after the hand-over the helper keeps the log and nothing else', async () => {
  const { id, phone } = await letIn();
  await send(helper, 'answers', id, { answers: [typed('story', 'Trồng vải')] });
  const start = { id: randomUUID() };
  const first = await ask(helper, 'POST', `/field/households/${id}/hand-over`, { body: start });
  expect((await ask(helper, 'POST', `/field/households/${id}/hand-over`, { body: start })).body).toEqual(first.body);
  const owner = await village.person('Bà Chủ', phone);
  expect((await ask(owner, 'POST', `/me/claims/${id}/taking`, { body: {} })).status).toBe(200);
  const taken = (await village.stated(id)).find(({ type }) => type === 'producer.taken-over');
  await inTx(db, (tx) =>
    app.get(FinishHandOver, { strict: false }).handle(
      [
        {
          id: randomUUID(),
          type: 'producer.taken-over',
          version: 1,
          subject: id,
          actor: { kind: 'person', id: owner.id },
          at: clock.now(),
          data: taken?.data as { producer: string; person: string; commune: string },
        },
      ],
      tx,
    ),
  );
  clock.pass(1_000);
  const after = await send(helper, 'answers', id, { answers: [typed('story', 'Ghi thêm')] });
  expect(after.body.problem.code).toBe('caseload.consent-missing');
  const seen = (await ask(helper, 'GET', `/field/households/${id}`)).body;
  expect(seen).toMatchObject({ signedIn: true, delegation: null, answers: [], handingOver: null });
  expect(seen.log.map((line: Body) => line.kind)).toEqual(
    expect.arrayContaining(['hand-over', 'answers', 'consent-slip', 'household']),
  );
  expect((await ask(helper, 'GET', '/field/log')).body.items[0]).toMatchObject({ kind: 'answers', outcome: 'refused' });
});
