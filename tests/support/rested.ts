import pg from 'pg';
import { beforeEach, inject } from 'vitest';
import type {} from './provided.ts';

/** Everybody in the house comes from one address: what one test asked for is not held against the next. */
beforeEach(async () => {
  const db = new pg.Client({ connectionString: inject('houseEnv').DATABASE_URL });
  await db.connect();
  await db.query('delete from platform.rate_limit');
  await db.end();
});
