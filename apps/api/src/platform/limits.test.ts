import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, redisUrl } from '../../../../tests/support/database.ts';
import { rows } from './database.ts';
import { ForgetLimits } from './housekeeping.ts';
import { Limits } from './limits.ts';
import { testEnv } from './testing.ts';

const { db, url } = await freshDatabase();

describe.each(['postgresql', 'redis'] as const)('a limit kept in %s', (store) => {
  let here: Limits;
  let elsewhere: Limits;
  beforeAll(async () => {
    testEnv({ DATABASE_URL: url, ...(store === 'redis' ? { REDIS_URL: redisUrl() } : {}) });
    here = new Limits(db);
    elsewhere = new Limits(db);
    await Promise.all([here.onModuleInit(), elsewhere.onModuleInit()]);
  });
  afterAll(() => Promise.all([here.onApplicationShutdown(), elsewhere.onApplicationShutdown()]));

  test('lets so many through and refuses the next, in whichever process', async () => {
    const name = `codes-${store}`;
    const allowance = { points: 4, seconds: 60 };
    for (const limits of [here, elsewhere, here, elsewhere]) await limits.take(name, '+84900000991', allowance);
    const refused = here.take(name, '+84900000991', allowance);
    await expect(refused).rejects.toMatchObject({
      code: 'platform.too-many',
      details: { retryAfter: expect.any(Number) },
    });
    await elsewhere.take(name, '+84900000992', allowance);
  });

  test('of twenty at once lets exactly five through', async () => {
    const taken = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? here : elsewhere).take(`rush-${store}`, 'a', { points: 5, seconds: 60 }),
      ),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  test('ends with its time, and when it is forgiven', async () => {
    const short = { points: 1, seconds: 1 };
    await here.take(`short-${store}`, 'a', short);
    await expect(here.take(`short-${store}`, 'a', short)).rejects.toMatchObject({ code: 'platform.too-many' });
    await new Promise((resume) => setTimeout(resume, 1_200));
    await here.take(`short-${store}`, 'a', short);

    const long = { points: 1, seconds: 600 };
    await here.take(`long-${store}`, 'a', long);
    await here.forgive(`long-${store}`, 'a', long);
    await here.take(`long-${store}`, 'a', long);
  });
});

describe('what the store keeps', () => {
  test('does not say whose phone it was, and is dropped when it no longer holds', async () => {
    testEnv({ DATABASE_URL: url });
    const limits = new Limits(db);
    await limits.take('phone', '+84900000991', { points: 5, seconds: 60 });
    const kept = await rows<{ key: string }>(db, 'select key from platform.rate_limit');
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('900000991');
    await rows(db, 'update platform.rate_limit set expire = 1');
    await new ForgetLimits(db).run();
    expect(await rows(db, 'select 1 from platform.rate_limit')).toEqual([]);
  });
});
