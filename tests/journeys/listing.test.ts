import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { listing } from './listing.ts';
import { nobody } from './step.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a household lists from a cheap phone: on a weak line, without scripts, ten without any line, handed back and mended', async () => {
  const { steps, close } = await listing(browser, { urls: inject('urls'), env: inject('houseEnv') });
  const seen: string[] = [];
  for (const step of steps) seen.push(`${step.name}: ${await step.run(nobody)}`);
  await close();
  expect(seen).toHaveLength(steps.length);
}, 300_000);
