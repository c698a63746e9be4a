import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf } from './faults.ts';
import { orderCare } from './order-care.ts';
import { phone } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a parcel packed short and a claim with a photograph, on phones of 360 × 640, each screen readable', async () => {
  const faults: string[] = [];
  const buyers = new Set<string>();
  const look = async (page: Parameters<typeof faultsOf>[0]): Promise<void> => {
    faults.push(...(await faultsOf(page)).map((fault) => `${new URL(page.url()).pathname}: ${fault}`));
  };
  const seen = await orderCare(browser, { urls: inject('urls'), env: inject('houseEnv') }, async (page) => {
    // The buyer's phone runs no scripts, and what looks for faults is one: her pages are looked at afterwards.
    if (page.url().includes('/ban-hang')) await look(page);
    else buyers.add(page.url());
  });
  const { page, context } = await phone(browser);
  for (const url of buyers) {
    await page.goto(url);
    await look(page);
  }
  await context.close();
  expect(seen[0]).toContain('1,5');
  expect(seen[1]).toContain('10.000');
  expect(faults).toEqual([]);
}, 120_000);
