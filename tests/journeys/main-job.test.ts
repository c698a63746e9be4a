import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { mainJob } from './main-job.ts';
import { nobody } from './step.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a household registers, sells a chilled parcel, and its commune’s numbers move', async () => {
  const { steps, close } = await mainJob(browser, { urls: inject('urls'), env: inject('houseEnv') });
  const seen: string[] = [];
  for (const step of steps) seen.push(`${step.name}: ${await step.run(nobody)}`);
  await close();
  expect(seen).toHaveLength(steps.length);
}, 240_000);
