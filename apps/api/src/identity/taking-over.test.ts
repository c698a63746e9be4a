import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { belongsTo } from '@chophien/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const claims = async (who: Somebody): Promise<string[]> =>
  (await ask(who, 'GET', '/me/claims')).body.items.map(({ id }: { id: string }) => id);
const owns = async (who: Somebody, producer: string) =>
  belongsTo((await app.get(Authenticator, { strict: false }).authenticate(who.token)) ?? { grants: [] }, producer);

test('whoever proves the number sees what was entered, by whom and when, and takes it over by saying so', async () => {
  const helper = await village.helper();
  const phone = village.newPhone();
  const household = await village.household(null, {
    name: 'Hộ ông Nguyễn Văn A',
    head: 'Nguyễn Văn A',
    phones: [phone, '+84977000111'],
  });
  await rows(village.db, 'update identity.producer set entered_by = $2 where id = $1', [household, helper.id]);
  await village.delegated({ producer: household, person: helper.id });
  const owner = await village.person(null, phone);

  expect(await owns(owner, household)).toBe(false);
  expect((await ask(owner, 'GET', `/producers/${household}/people`)).status).toBe(404);
  const [claim] = (await ask(owner, 'GET', '/me/claims')).body.items;
  expect(claim).toMatchObject({
    name: 'Hộ ông Nguyễn Văn A',
    head: 'Nguyễn Văn A',
    enteredBy: 'Trần Thị Giúp',
    enteredHow: 'assisted',
    enteredAt: '2026-11-23T02:00:00.000Z',
    phones: ['09•••••111'],
  });
  expect(claim.delegations[0].sentence).toContain('cho Trần Thị Giúp đăng bán và sửa giá thay');

  const path = `/me/claims/${household}/taking`;
  expect((await ask(owner, 'POST', path, { body: { name: 'Nguyễn Văn A' } })).status).toBe(200);
  expect((await ask(owner, 'POST', path, { body: {} })).status).toBe(200);
  expect(await owns(owner, household)).toBe(true);
  const { items } = (await ask(owner, 'GET', `/producers/${household}/delegations`)).body;
  expect(items).toMatchObject([{ state: 'holds', id: claim.delegations[0].id }]);
  expect((await village.stated(household)).filter(({ type }) => type === 'producer.taken-over')).toHaveLength(1);
});

test('a number that was entered merges nothing by itself, and one that was not proved opens nothing', async () => {
  const phone = village.newPhone();
  const household = await village.household(null, { phones: [phone] });
  const stranger = await village.person();
  expect(await claims(stranger)).toEqual([]);
  expect((await ask(stranger, 'POST', `/me/claims/${household}/taking`, { body: {} })).status).toBe(404);
  expect((await ask(null, 'GET', '/me/claims')).status).toBe(401);
  const victim = await village.person(null, phone);
  expect(await owns(victim, household)).toBe(false);
  clock.pass(11 * 60_000);
  const late = await ask(victim, 'POST', `/me/claims/${household}/taking`, { body: {} });
  expect([late.status, late.body.code]).toEqual([403, 'identity.proof-needed']);
});

test('a household without phone or owner belongs to nobody: it is not found by those without either', async () => {
  const household = await village.household(null, { phones: [] });
  const somebody = await village.person();
  expect(await claims(somebody)).toEqual([]);
  expect((await ask(somebody, 'POST', `/me/claims/${household}/taking`, { body: {} })).status).toBe(404);
  expect((await ask(somebody, 'POST', `/me/claims/${household}/refusal`)).status).toBe(404);
});

test('two households with one number are two questions, and of one that was taken over nothing is shown', async () => {
  const [phone, other] = [village.newPhone(), village.newPhone()];
  const [mine, neighbours] = [
    await village.household(null, { phones: [phone, other] }),
    await village.household(null, { name: 'Hộ bà hàng xóm', phones: [phone] }),
  ];
  const owner = await village.person(null, phone);
  expect((await claims(owner)).toSorted()).toEqual([mine, neighbours].toSorted());
  expect((await ask(owner, 'POST', `/me/claims/${mine}/taking`, { body: {} })).status).toBe(200);
  expect(await claims(owner)).toEqual([neighbours]);

  expect((await ask(owner, 'POST', `/me/claims/${neighbours}/refusal`)).status).toBe(200);
  expect(await claims(owner)).toEqual([]);
  expect(await app.get(Identity).phonesOf(village.db, neighbours)).toEqual([]);
  expect((await village.stated(neighbours)).at(-1)).toMatchObject({
    type: 'claim.refused',
    data: { commune: '07330' },
  });

  const late = await village.person(null, other);
  expect(await claims(late)).toEqual([]);
  expect((await ask(late, 'POST', `/me/claims/${mine}/taking`, { body: {} })).status).toBe(404);
});

test('two who prove two numbers of one household at the same moment do not both become its owner', async () => {
  const [one, two] = [village.newPhone(), village.newPhone()];
  const household = await village.household(null, { phones: [one, two] });
  const both = [await village.person(null, one), await village.person(null, two)];
  const answers = await Promise.all(
    both.map((who) => ask(who, 'POST', `/me/claims/${household}/taking`, { body: {} })),
  );
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 404]);
});

test('an official who has the same number in her pocket takes nothing over', async () => {
  const phone = village.newPhone();
  const household = await village.household(null, { phones: [phone] });
  const official = await village.person(null, phone);
  await rows(village.db, `update identity.person set kind = 'official' where id = $1`, [official.id]);
  await rows(village.db, `update identity.session set kind = 'official' where person = $1`, [official.id]);
  expect(await claims(official)).toEqual([]);
  expect((await ask(official, 'POST', `/me/claims/${household}/taking`, { body: {} })).status).toBe(404);
});
