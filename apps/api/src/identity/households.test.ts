import { randomUUID } from 'node:crypto';
import { belongsTo, producersOf } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Authenticator } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { asker, type Somebody, Village } from './households.fixture.ts';
import { Identity, IdentityModule } from './index.ts';
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
beforeEach(() => clock.pass(3_600_000));

const grantsOf = async ({ token }: Somebody) =>
  (await app.get(Authenticator, { strict: false }).authenticate(token)) ?? { grants: [] };
const invite = (who: Somebody, producer: string, phone: string, role = 'household-member') =>
  ask(who, 'POST', `/producers/${producer}/invitations`, { body: { id: randomUUID(), phone, role } });
const answer = async (who: Somebody, body: object) => {
  const [first] = (await ask(who, 'GET', '/me/invitations')).body.items;
  return ask(who, 'POST', `/me/invitations/${first?.id ?? randomUUID()}/answer`, { body });
};
const joined = async (owner: Somebody, producer: string) => {
  const son = await village.person('Nguyễn Văn Con');
  await invite(owner, producer, son.phone);
  await answer(son, { yes: true });
  return son;
};

describe('a household', () => {
  test('asks her son by his number; he belongs to it once he says yes, and not before', async () => {
    const [owner, son] = [await village.person('Bà Tư'), await village.person('Nguyễn Văn Con')];
    const household = await village.household(owner, { name: 'Hộ bà Tư' });
    expect((await invite(owner, household, son.phone)).body.invitations).toMatchObject([{ role: 'household-member' }]);
    expect(belongsTo(await grantsOf(son), household)).toBe(false);
    const [asked] = (await ask(son, 'GET', '/me/invitations')).body.items;
    expect(asked.sentence).toBe('Hộ bà Tư mời bạn làm người trong gian hàng: cùng đăng bán, sửa hàng và xử lý đơn.');

    expect((await answer(son, { yes: true })).status).toBe(200);
    expect(producersOf(await grantsOf(son), 'listing.publish')).toEqual([household]);
    expect(producersOf(await grantsOf(son), 'payout.set')).toEqual([]);
    const { body } = await ask(son, 'GET', `/producers/${household}/people`);
    expect(
      body.members.map(({ name, role, me }: { name: string; role: string; me: boolean }) => [name, role, me]),
    ).toEqual([
      ['Bà Tư', 'producer', false],
      ['Nguyễn Văn Con', 'household-member', true],
    ]);
    expect(body).toMatchObject({ mayManage: false, invitations: [] });
    expect((await village.stated(household)).at(-1)).toMatchObject({ type: 'member.joined', data: { person: son.id } });
  });

  test('gets the same answer for a number nobody knows as for one we know', async () => {
    const [owner, known] = [await village.person(), await village.person()];
    const household = await village.household(owner);
    const [one, other] = [await invite(owner, household, known.phone), await invite(owner, household, '0987654321')];
    const shape = (body: { invitations: object[] }) => Object.keys(body.invitations[0] ?? {}).toSorted();
    expect([one.status, shape(one.body)]).toEqual([other.status, shape(other.body)]);
  });

  test('takes an invitation back, and an old one is worth nothing', async () => {
    const [owner, son] = [await village.person(), await village.person()];
    const household = await village.household(owner);
    const [{ id }] = (await invite(owner, household, son.phone)).body.invitations;
    await ask(owner, 'DELETE', `/producers/${household}/invitations/${id}`);
    expect((await ask(son, 'POST', `/me/invitations/${id}/answer`, { body: { yes: true } })).body.code).toBe(
      'identity.invitation-ended',
    );
    const [again] = (await invite(owner, household, son.phone)).body.invitations;
    clock.pass(31 * 86_400_000);
    expect((await ask(son, 'GET', '/me/invitations')).body.items).toEqual([]);
    const late = await ask(son, 'POST', `/me/invitations/${again.id}/answer`, { body: { yes: true } });
    expect([late.status, late.body.code]).toEqual([409, 'identity.invitation-ended']);
    const stranger = await village.person();
    expect((await ask(stranger, 'POST', `/me/invitations/${again.id}/answer`, { body: { yes: true } })).status).toBe(
      404,
    );
  });

  test('lets a member leave at once, and its last owner never', async () => {
    const owner = await village.person();
    const household = await village.household(owner);
    const son = await joined(owner, household);
    expect((await ask(son, 'POST', `/producers/${household}/leaving`)).status).toBe(200);
    expect((await ask(son, 'GET', `/producers/${household}/people`)).status).toBe(404);
    const last = await ask(owner, 'POST', `/producers/${household}/leaving`);
    expect([last.status, last.body.code]).toEqual([409, 'identity.last-owner']);
    expect(belongsTo(await grantsOf(owner), household)).toBe(true);
  });

  test('is changed by its head alone: a member who tries is told so', async () => {
    const owner = await village.person();
    const household = await village.household(owner);
    const son = await joined(owner, household);
    const refused = await invite(son, household, '0912345678');
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.not-allowed']);
    const gone = await ask(owner, 'DELETE', `/producers/${household}/members/${son.id}`);
    expect(gone.body.members).toHaveLength(1);
    expect((await ask(son, 'GET', `/producers/${household}/people`)).status).toBe(404);
  });

  test('is passed on to somebody who belongs to it; the former owner stays as a member', async () => {
    const owner = await village.person();
    const household = await village.household(owner);
    const son = await joined(owner, household);
    const stranger = await village.person();
    const path = `/producers/${household}/owner`;
    const wrong = await ask(owner, 'POST', path, { body: { person: stranger.id } });
    expect(wrong.body.code).toBe('identity.not-a-member');
    clock.pass(11 * 60_000);
    const stale = await ask(owner, 'POST', path, { body: { person: son.id } });
    expect([stale.status, stale.body.code]).toEqual([403, 'identity.proof-needed']);
    const fresh = { ...owner, token: await village.signIn(owner.id) };
    expect((await ask(fresh, 'POST', path, { body: { person: son.id } })).status).toBe(200);
    expect(producersOf(await grantsOf(son), 'payout.set')).toEqual([household]);
    expect(producersOf(await grantsOf(owner), 'payout.set')).toEqual([]);
    expect(producersOf(await grantsOf(owner), 'listing.publish')).toEqual([household]);
    expect((await ask(owner, 'POST', `/producers/${household}/leaving`)).status).toBe(200);
  });

  test('is reached at one or more numbers, five at most', async () => {
    const owner = await village.person();
    const household = await village.household(owner);
    const path = `/producers/${household}/phones`;
    for (const end of ['1', '2', '3', '4']) {
      expect((await ask(owner, 'POST', path, { body: { phone: `098111110${end}` } })).status).toBe(200);
    }
    const sixth = await ask(owner, 'POST', path, { body: { phone: '0981111105' } });
    expect([sixth.status, sixth.body.code]).toEqual([409, 'identity.too-many-entries']);
    const left = await ask(owner, 'POST', `${path}/removal`, { body: { phone: '0981111101' } });
    expect(left.body.phones).toHaveLength(4);
    const nonsense = await ask(owner, 'POST', path, { body: { phone: '123' } });
    expect([nonsense.status, nonsense.body.errors[0].field]).toEqual([422, 'phone']);
  });
});

describe('a cooperative', () => {
  test('asks a household by its number; the household’s own people bring it in, and can take it out again', async () => {
    const [manager, owner] = [await village.person(), await village.person()];
    const [cooperative, household] = [await village.cooperative(manager), await village.household(owner)];
    expect((await invite(manager, cooperative, owner.phone, 'member-household')).status).toBe(200);
    expect((await ask(manager, 'GET', `/cooperatives/${cooperative}`)).body.members).toEqual([]);
    const { households } = (await ask(owner, 'GET', '/me/invitations')).body;
    expect(households.map(({ id }: { id: string }) => id)).toEqual([household]);
    expect((await answer(owner, { yes: true })).body.errors[0].field).toBe('household');
    const somebodys = await village.household(await village.person());
    expect((await answer(owner, { yes: true, household: somebodys })).status).toBe(404);
    expect((await answer(owner, { yes: true, household })).status).toBe(200);
    const { members } = (await ask(manager, 'GET', `/cooperatives/${cooperative}`)).body;
    expect(members).toMatchObject([{ household, delegations: [] }]);
    expect((await ask(owner, 'GET', `/producers/${household}/people`)).body.cooperatives).toHaveLength(1);
    expect((await app.get(Identity).membersOf(cooperative)).map((one) => one.household)).toEqual([household]);
    expect(producersOf(await grantsOf(manager), 'listing.publish')).toEqual([cooperative]);
    expect((await ask(manager, 'DELETE', `/cooperatives/${cooperative}/members/${household}`)).status).toBe(200);
    expect(await app.get(Identity).membersOf(cooperative)).toEqual([]);
  });

  test('has several managers; each may leave but the last', async () => {
    const [first, second] = [await village.person(), await village.person()];
    const cooperative = await village.cooperative(first);
    await invite(first, cooperative, second.phone, 'cooperative-manager');
    await answer(second, { yes: true });
    expect((await ask(second, 'DELETE', `/producers/${cooperative}/members/${first.id}`)).status).toBe(200);
    const last = await ask(second, 'POST', `/producers/${cooperative}/leaving`);
    expect(last.body.code).toBe('identity.last-owner');
    const household = await village.household(second);
    const wrong = await invite(second, household, '0912345678', 'cooperative-manager');
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'role']);
  });
});

describe('looking for a household', () => {
  test('finds it by part of its name or its head’s, without accents, or by its phone, and only in these hamlets', async () => {
    const phone = village.newPhone();
    const id = await village.household(null, {
      name: 'Vườn Mận Quất Du',
      head: 'Giáp Thị Thêu',
      hamlet: 'thon-quat-du',
      phones: [phone],
    });
    const found = async (words: string, hamlets?: string[], communes = ['07330']) =>
      (await app.get(Identity).find(village.db, { communes, hamlets, words, page: 1 })).items.map((one) => one.id);
    for (const words of ['man quat', 'Mận', 'giap theu', phone, `0${phone.slice(3)}`])
      expect(await found(words)).toEqual([id]);
    expect(await found('man quat', ['thon-khac'])).toEqual([]);
    expect(await found('man quat', undefined, ['00001'])).toEqual([]);
    expect(await found('man quat', undefined, [])).toEqual([]);
    expect(await found(`100%' or '1'='1`)).toEqual([]);
  });

  test('names those that may be the same: phone, citizen number, or name and hamlet', async () => {
    const identity = app.get(Identity);
    const [phone, index] = [village.newPhone(), identity.citizenIndex('024 099 000 123')];
    expect(index).toBe(identity.citizenIndex('024099000123'));
    expect(index).not.toContain('024099');
    const base = { name: 'Hộ bà Thêu', commune: '07330', hamlet: 'thon-tan-lap' };
    const id = await village.household(null, { ...base, phones: [phone], citizenIndex: index });
    const like = (more: object) => ({ name: 'Hộ khác', commune: '07330', hamlet: 'thon-khac', phones: [], ...more });
    const why = async (more: object) =>
      (await identity.possibleTwins(village.db, like(more))).map((twin) => [twin.producer, twin.why]);
    expect(await why({ phones: [phone] })).toEqual([[id, 'phone']]);
    expect(await why({ citizenIndex: index, phones: [phone] })).toEqual([[id, 'citizen']]);
    expect(await why({ name: 'HO BA THEU', hamlet: 'thon-tan-lap' })).toEqual([[id, 'name']]);
    expect(await why({ name: 'Hộ bà Thêu', hamlet: null })).toEqual([[id, 'name']]);
    expect(await why({ name: 'Hộ bà Thêu' })).toEqual([]);
    expect(await why({})).toEqual([]);
    const all = await identity.possibleTwinsOfAll(village.db, [like({}), like({ phones: [phone] })]);
    expect([...all.keys()]).toEqual([1]);
  });
});

test('on a phone several people use, five idle minutes end the session; its drafts are the browser’s and stay', async () => {
  const mother = await village.person();
  const own = { token: await village.signIn(mother.id) };
  expect((await ask(mother, 'PUT', '/me/sessions/current/shared', { body: { shared: true } })).body).toEqual({
    shared: true,
  });
  for (let minutes = 0; minutes < 12; minutes += 3) {
    clock.pass(3 * 60_000);
    expect((await ask(mother, 'GET', '/me')).status).toBe(200);
  }
  clock.pass(5 * 60_000);
  expect((await ask(mother, 'GET', '/me')).body.code).toBe('identity.sign-in-needed');
  expect((await ask(own, 'GET', '/me')).status).toBe(200);
  clock.pass(60 * 86_400_000);
  expect((await ask(own, 'GET', '/me')).status).toBe(200);
  expect(await rows(village.db, 'select 1 from identity.session where person = $1', [mother.id])).toHaveLength(2);
});
