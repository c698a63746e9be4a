import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from '../platform/database.ts';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { PagesModule } from './pages.module.ts';

const { url } = await freshDatabase();
let the: Beside;
beforeAll(async () => {
  the = await Beside.open(url, { imports: [PagesModule] });
});
afterAll(() => the?.close());

/** A household whose application was begun. */
const household = async (name: string) => {
  const one = await the.household(name);
  await rows(
    the.db,
    `insert into onboarding.application (id, kind, name, commune, province, crops, status, status_since, created_at, round, tasks_left, missing)
     values ($1, 'household', $2, '07330', '24', '{}', 'draft', $3, $3, 1, 0, '{}')`,
    [one.id, name, the.clock.now()],
  );
  return one;
};

test('what a seller downloads of herself has the listings she is still writing, and nobody else’s', async () => {
  const [na, tu] = [await household('Hộ bà Na'), await household('Hộ bà Tư')];
  const answer = { field: 'name', value: 'Na dai Chi Lăng', at: the.clock.now().toISOString() };
  const draft = { producer: na.id, answers: [answer] };
  const id = randomUUID();
  expect((await the.ask('PUT', `/listing-drafts/${id}`, { as: na.owner, body: draft })).status).toBe(200);
  const download = async (as: typeof na.owner) => {
    const { status, body } = await the.ask('GET', '/me/data', { as });
    expect(status).toBe(200);
    return body as unknown;
  };
  expect(await download(na.owner)).toMatchObject({ listingDrafts: [{ id, answers: [answer] }], contributions: [] });
  expect(await download(tu.owner)).toMatchObject({ listingDrafts: [] });
});
