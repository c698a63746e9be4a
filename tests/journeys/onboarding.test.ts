import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { onboarding } from './onboarding.ts';
import { nobody } from './step.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a household alone, one that is helped and a cooperative get ready to sell; a paper ends, a stall stops and goes on', async () => {
  const { steps, close } = await onboarding(browser, { urls: inject('urls'), env: inject('houseEnv') });
  const seen: string[] = [];
  for (const step of steps) seen.push(`${step.name}: ${await step.run(nobody)}`);
  await close();
  expect(seen).toHaveLength(steps.length);
}, 240_000);
