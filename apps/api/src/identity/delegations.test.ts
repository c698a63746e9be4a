import { randomUUID } from 'node:crypto';
import { delegable, producersOf } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { asker, Village } from './households.fixture.ts';
import { EndDelegation, EndHelpersDelegations, GiveDelegation, IdentityModule } from './index.ts';
import { heardOnly } from './testing.ts';

const { url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;
const village = new Village(() => app, clock);
const ask = asker(() => app);

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(() => app?.close());

const member = async () => {
  const [owner, manager] = [await village.person('Nguyễn Văn A'), await village.person('Lê Văn Quản')];
  const [household, cooperative] = [await village.household(owner), await village.cooperative(manager)];
  await village.joined(cooperative, household);
  return { owner, manager, household, cooperative };
};
const reached = async (token: string) =>
  producersOf(
    (await app.get(Authenticator, { strict: false }).authenticate(token)) ?? { grants: [] },
    'listing.publish',
  );
const give = (to: object, given: object = {}) => ({
  body: { id: randomUUID(), to, rights: ['listing.publish'], until: '2027-12-31', ...given },
});

describe('a household', () => {
  test('lets its cooperative sell for it, reads that in one sentence, and ends it in one tap', async () => {
    const { owner, manager, household, cooperative } = await member();
    const path = `/producers/${household}/delegations`;
    const offered = (await ask(owner, 'GET', path)).body;
    expect(offered.receivers).toEqual([{ id: cooperative, name: 'Hợp tác xã Phúc Hòa', kind: 'cooperative' }]);
    expect(offered.latest).toBe('2028-11-23');

    const given = await ask(owner, 'POST', path, give({ kind: 'cooperative', id: cooperative }));
    expect(given.body.sentence).toBe(
      'Hộ ông Nguyễn Văn A cho Hợp tác xã Phúc Hòa đăng bán và sửa giá thay đến hết ngày 31/12/2027, hộ tự xác nhận trên Chợ Phiên ngày 23/11/2026.',
    );
    expect(await reached(manager.token)).toContain(household);
    const held = (await ask(manager, 'GET', '/me/delegations')).body.items;
    expect(held.map(({ producer }: { producer: string }) => producer)).toEqual([household]);

    const end = `${path}/${given.body.id}`;
    expect((await ask(owner, 'DELETE', end)).status).toBe(200);
    expect((await ask(owner, 'DELETE', end)).status).toBe(200);
    expect(await reached(manager.token)).not.toContain(household);
    const facts = (await village.stated(household)).map(({ type }) => type);
    expect(facts.filter((type) => type.startsWith('delegation.'))).toEqual(['delegation.given', 'delegation.ended']);
  });

  test('that has no phone asks the officer of its commune to end it; one of another commune finds nothing', async () => {
    const { owner, manager, household, cooperative } = await member();
    const given = await ask(
      owner,
      'POST',
      `/producers/${household}/delegations`,
      give({ kind: 'cooperative', id: cooperative }),
    );
    const path = `/producers/${household}/delegations/${given.body.id}/ending`;
    const body = { reason: 'Bà đến xã nhờ thôi' };
    const stranger = await village.officer('30076');
    expect((await ask(stranger, 'POST', path, { body })).status).toBe(404);
    expect((await ask(owner, 'POST', path, { body })).status).toBe(403);
    expect(await reached(manager.token)).toContain(household);

    const officer = await village.officer('07330');
    const elsewhere = `/producers/${cooperative}/delegations/${given.body.id}/ending`;
    expect((await ask(officer, 'POST', elsewhere, { body })).status).toBe(404);
    expect((await ask(officer, 'POST', path, { body: { reason: '' } })).status).toBe(422);
    expect((await ask(officer, 'POST', path, { body })).status).toBe(200);
    expect(await reached(manager.token)).not.toContain(household);
    const [fact] = await rows(
      village.db,
      `select actor_id as by, data ->> 'reason' as reason from platform.event where type = 'delegation.ended' and subject = $1`,
      [household],
    );
    expect(fact).toEqual({ by: officer.id, reason: 'Bà đến xã nhờ thôi' });
  });

  test('gives money, consent and delegation itself to nobody', async () => {
    const { owner, household, cooperative } = await member();
    const path = `/producers/${household}/delegations`;
    for (const right of ['payout.set', 'consent.give', 'delegation.give', 'member.manage', 'producer.submit']) {
      const answer = await ask(
        owner,
        'POST',
        path,
        give({ kind: 'cooperative', id: cooperative }, { rights: [right] }),
      );
      expect([answer.status, answer.body.code]).toEqual([422, 'platform.invalid-input']);
      const slip = village.delegated({ producer: household, receiver: cooperative, rights: [right] });
      await expect(slip).rejects.toMatchObject({ code: 'identity.right-not-delegable' });
    }
    const long = await ask(
      owner,
      'POST',
      path,
      give({ kind: 'cooperative', id: cooperative }, { until: '2028-11-24' }),
    );
    expect([long.status, long.body.code, long.body.details.until]).toEqual([
      422,
      'identity.delegation-too-long',
      '2028-11-23',
    ]);
  });

  test('cannot give to a cooperative it is no member of, nor to a stranger whose id it guessed', async () => {
    const { owner, household } = await member();
    const other = await member();
    const path = `/producers/${household}/delegations`;
    const answer = await ask(owner, 'POST', path, give({ kind: 'cooperative', id: other.cooperative }));
    expect([answer.status, answer.body.code]).toEqual([409, 'identity.not-a-member']);
    expect((await ask(owner, 'POST', path, give({ kind: 'person', id: other.manager.id }))).status).toBe(404);
  });

  test('gives to a helper of its own hamlet, and sees by name who that is', async () => {
    const owner = await village.person('Nguyễn Văn A');
    const household = await village.household(owner, { hamlet: 'thon-quat-du' });
    const [near, far] = [await village.helper('07330', ['thon-quat-du']), await village.helper('07330', ['thon-khac'])];
    const path = `/producers/${household}/delegations`;
    const people = (await ask(owner, 'GET', path)).body.receivers.map(({ id }: { id: string }) => id);
    expect(people).toContain(near.id);
    expect(people).not.toContain(far.id);
    expect((await ask(owner, 'POST', path, give({ kind: 'person', id: far.id }))).status).toBe(404);
    expect((await ask(owner, 'POST', path, give({ kind: 'person', id: near.id }))).body.receiver).toBe('Trần Thị Giúp');
    expect(await reached(near.token)).toEqual([household]);
  });

  test('loses what it lent the cooperative in the moment it leaves it', async () => {
    const { owner, manager, household, cooperative } = await member();
    await village.delegated({ producer: household, receiver: cooperative });
    expect(await reached(manager.token)).toContain(household);
    expect((await ask(owner, 'DELETE', `/producers/${household}/cooperatives/${cooperative}`)).status).toBe(200);
    expect(await reached(manager.token)).not.toContain(household);
    expect((await village.stated(cooperative)).at(-1)).toMatchObject({ type: 'member.left', data: { household } });
  });
});

describe('written down by a helper from a slip', () => {
  const given = (producer: string, person: string) => ({
    id: randomUUID(),
    producer,
    person,
    rights: ['producer.prepare' as const],
    until: '2027-01-31',
    evidence: 'slip' as const,
    evidenceRef: randomUUID(),
  });

  test('a delegation needs the slip, and a household of her own hamlet', async () => {
    const household = await village.household(null, { hamlet: 'thon-quat-du' });
    const near = await village.helper('07330', ['thon-quat-du']);
    const far = await village.helper('07330', ['thon-khac']);
    const act = app.get(GiveDelegation, { strict: false });
    const run = (who: typeof near, more: object = {}) =>
      inTx(village.db, (tx) => act.run(tx, who.actor, { ...given(household, who.id), ...more }));
    await expect(run(far)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(run(near, { evidenceRef: null })).rejects.toMatchObject({ code: 'identity.evidence-missing' });
    await expect(run(near, { evidence: 'own-hand' })).rejects.toMatchObject({ code: 'platform.not-allowed' });
    const once = given(household, near.id);
    expect(await run(near, once)).toBe(once.id);
    expect(await run(near, once)).toBe(once.id);
    const kept = await rows(
      village.db,
      'select given_by, recorded_by, evidence from identity.delegation where producer = $1',
      [household],
    );
    expect(kept).toEqual([{ given_by: null, recorded_by: near.id, evidence: 'slip' }]);
  });

  test('one to a household that closed, or under somebody else’s number, is refused', async () => {
    const [household, other] = [await village.household(null), await village.household(null)];
    const helper = await village.helper();
    const id = await village.delegated({ producer: other, person: helper.id });
    await expect(village.delegated({ id, producer: household, person: helper.id })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    await rows(village.db, 'update identity.producer set closed_at = $2 where id = $1', [household, clock.now()]);
    await expect(village.delegated({ producer: household, person: helper.id })).rejects.toMatchObject({
      code: 'identity.producer-closed',
    });
  });
});

test('who is no helper any more may not act for the commune’s households, unless she still is one there', async () => {
  const helper = await village.helper('07330');
  const [household, elsewhere] = [await village.household(null), await village.household(null, { commune: '07282' })];
  for (const producer of [household, elsewhere]) await village.delegated({ producer, person: helper.id });
  const listener = app.get(EndHelpersDelegations, { strict: false });
  const data = { role: 'helper', producer: null, commune: '07330', province: null };
  const ended = {
    id: randomUUID(),
    type: 'grant.ended' as const,
    version: 1,
    subject: helper.id,
    actor: system('test'),
    at: clock.now(),
    data,
  };
  await inTx(village.db, (tx) => listener.handle([ended], tx));
  expect((await reached(helper.token)).toSorted()).toEqual([household, elsewhere].toSorted());
  await rows(village.db, `update identity.access_grant set valid_until = $2 where person = $1`, [
    helper.id,
    clock.now(),
  ]);
  await inTx(village.db, (tx) => listener.handle([ended], tx));
  expect(await reached(helper.token)).toEqual([elsewhere]);
});

describe('a delegate', () => {
  test('sees neither payout nor consents nor delegations nor people, whatever was given', async () => {
    const { manager, household, cooperative } = await member();
    await village.delegated({ producer: household, receiver: cooperative, rights: [...delegable] });
    expect(await reached(manager.token)).toContain(household);
    for (const path of [
      `/producers/${household}/delegations`,
      `/producers/${household}/people`,
      `/producers/${household}/acts`,
    ]) {
      expect((await ask(manager, 'GET', path)).status).toBe(404);
      expect([403, 404]).toContain((await ask(manager, 'GET', path, { as: household })).status);
    }
    const who = await app.get(Authenticator, { strict: false }).authenticate(manager.token);
    for (const right of [
      'payout.set',
      'consent.give',
      'delegation.give',
      'member.manage',
      'producer.submit',
    ] as const) {
      expect(producersOf(who ?? { grants: [] }, right)).not.toContain(household);
    }
  });

  test('whose grant ended mid-edit is refused by the very next request, and nothing is half-saved', async () => {
    const { manager, household, cooperative } = await member();
    const id = await village.delegated({ producer: household, receiver: cooperative });
    expect((await ask(manager, 'GET', '/me/delegations', { as: household })).body.items).toHaveLength(1);
    await inTx(village.db, (tx) => app.get(EndDelegation, { strict: false }).run(tx, system('test'), id));
    const before = await village.stated(household);
    const answer = await ask(manager, 'POST', `/producers/${household}/invitations`, {
      as: household,
      body: { id: randomUUID(), phone: '0912345678', role: 'household-member' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'platform.not-allowed']);
    expect(await village.stated(household)).toEqual(before);
  });

  test('may give it back, and another’s is not there to give back', async () => {
    const { manager, household, cooperative } = await member();
    const stranger = await village.person();
    const id = await village.delegated({ producer: household, receiver: cooperative });
    expect((await ask(stranger, 'DELETE', `/me/delegations/${id}`)).status).toBe(404);
    expect((await ask(manager, 'DELETE', `/me/delegations/${id}`)).status).toBe(200);
    expect(await reached(manager.token)).not.toContain(household);
  });

  test('of one cooperative never reaches the member of another', async () => {
    const [mine, theirs] = [await member(), await member()];
    await village.delegated({ producer: theirs.household, receiver: theirs.cooperative });
    expect(await reached(mine.manager.token)).not.toContain(theirs.household);
    expect((await ask(mine.manager, 'GET', `/cooperatives/${theirs.cooperative}`)).status).toBe(404);
    const path = `/cooperatives/${theirs.cooperative}/members/${theirs.household}`;
    expect((await ask(mine.manager, 'DELETE', path)).status).toBe(404);
    const seen = (await ask(mine.manager, 'GET', `/cooperatives/${mine.cooperative}`)).body.members;
    expect(seen.map(({ household }: { household: string }) => household)).toEqual([mine.household]);
    const noted = await rows(village.db, 'select subject from platform.looked where actor_id = $1', [mine.manager.id]);
    expect(noted).toEqual([{ subject: mine.household }]);
  });

  test('did things the household reads in plain words, with the way to put them back', async () => {
    const { owner, manager, household, cooperative } = await member();
    await village.delegated({ producer: household, receiver: cooperative });
    const grants = [{ role: 'delegate' as const, producer: household, rights: ['listing.publish' as const] }];
    const actor = { ...system('test'), kind: 'person' as const, id: manager.id, grants };
    const offer = randomUUID();
    await inTx(village.db, (tx) =>
      record(tx, actor, 'listing.changed', offer, {
        producer: household,
        commune: '07330',
        changed: ['price'],
        price: 45_000,
      }),
    );
    const { items, delegations } = (await ask(owner, 'GET', `/producers/${household}/acts`)).body;
    expect(items).toMatchObject([{ by: 'Lê Văn Quản', link: `/ban-hang/san-pham/${offer}` }]);
    expect(items[0].words.replaceAll('\u00a0', ' ')).toBe('Sửa giá một món hàng: giá 45.000 ₫');
    expect(delegations).toHaveLength(1);
  });
});

describe('somebody else’s household', () => {
  test('is not found, by no address', async () => {
    const { household, cooperative } = await member();
    const stranger = await village.person();
    const id = await village.delegated({ producer: household, receiver: cooperative });
    for (const [method, path, body] of [
      ['GET', `/producers/${household}/people`],
      ['GET', `/producers/${household}/acts`],
      ['POST', `/producers/${household}/leaving`],
      ['DELETE', `/me/delegations/${id}`],
      ['POST', `/me/claims/${household}/taking`, {}],
      ['POST', `/me/claims/${household}/refusal`],
    ] as const) {
      expect([path, (await ask(stranger, method, path, body ? { body } : {})).status]).toEqual([path, 404]);
    }
    const owner = await village.person();
    await village.household(owner);
    for (const [method, path] of [
      ['GET', `/producers/${household}/delegations`],
      ['DELETE', `/producers/${household}/delegations/${id}`],
      ['DELETE', `/producers/${household}/cooperatives/${cooperative}`],
      ['GET', `/cooperatives/${cooperative}`],
    ] as const) {
      expect([path, (await ask(owner, method, path)).status]).toEqual([path, 404]);
    }
    expect((await ask(null, 'GET', `/producers/${household}/people`)).status).toBe(401);
  });
});

test('after any giving, ending and expiring, who may act for whom is exactly what was last said', {
  timeout: 120_000,
}, async () => {
  const manager = await village.person();
  const [helper, cooperative] = [await village.person(), await village.cooperative(manager)];
  const households = await Promise.all(['a', 'b', 'c'].map(() => village.household(null)));
  for (const household of households) await village.joined(cooperative, household);
  const end = app.get(EndDelegation, { strict: false });
  const start = clock.now();

  const step = fc.oneof(
    fc.record({
      do: fc.constant('give' as const),
      household: fc.nat(2),
      toHelper: fc.boolean(),
      days: fc.integer({ min: 0, max: 20 }),
      publish: fc.boolean(),
    }),
    fc.record({ do: fc.constant('end' as const), which: fc.nat(9) }),
    fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 12 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await rows(village.db, 'delete from identity.delegation');
      clock.set(start);
      const model: {
        id: string;
        household: string;
        toHelper: boolean;
        until: number;
        publish: boolean;
        ended: boolean;
      }[] = [];
      for (const one of steps) {
        if (one.do === 'pass') clock.pass(one.days * 86_400_000);
        else if (one.do === 'give') {
          const day = new Date(clock.now().getTime() + one.days * 86_400_000 + 7 * 3_600_000)
            .toISOString()
            .slice(0, 10);
          const household = households[one.household] ?? '';
          const to = one.toHelper ? { person: helper.id } : { receiver: cooperative };
          const rights = one.publish ? ['listing.publish', 'stock.change'] : ['stock.change'];
          const id = await village.delegated({ producer: household, ...to, rights, until: day });
          const until = Date.parse(`${day}T17:00:00Z`); // the day's end in Vietnam
          model.push({ id, household, toHelper: one.toHelper, until, publish: one.publish, ended: false });
        } else {
          const chosen = model[one.which % Math.max(1, model.length)];
          if (!chosen) continue;
          await inTx(village.db, (tx) => end.run(tx, system('test'), chosen.id));
          chosen.ended = true;
        }
        const now = clock.now().getTime();
        const live = model.filter(({ ended, until, publish }) => !ended && until > now && publish);
        const expected = (toHelper: boolean) =>
          [...new Set(live.filter((held) => held.toHelper === toHelper).map(({ household }) => household))].toSorted();
        expect((await reached(helper.token)).toSorted()).toEqual(expected(true));
        const managers = (await reached(manager.token)).filter((producer) => producer !== cooperative);
        expect(managers.toSorted()).toEqual(expected(false));
      }
    }),
    { numRuns: 25 },
  );
  clock.set(start);
});
