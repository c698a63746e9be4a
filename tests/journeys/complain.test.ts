import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { complain } from './complain.ts';
import { faultsOf } from './faults.ts';
import { phone } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a buyer complains, an officer decides, the buyer reads why and opens it anew, at 360 × 640, each screen readable', async () => {
  const house = { urls: inject('urls'), env: inject('houseEnv') };
  const faults: string[] = [];
  const buyers = new Set<string>([`${house.urls.storefront}/khieu-nai`]);
  const look = async (page: Parameters<typeof faultsOf>[0]): Promise<void> => {
    faults.push(...(await faultsOf(page)).map((fault) => `${new URL(page.url()).pathname}: ${fault}`));
  };
  const told = await complain(browser, house, async (page) => {
    // The buyer's phone runs no scripts, and what looks for faults is one: her pages are looked at afterwards.
    if (page.url().startsWith(house.urls.office!)) await look(page);
    else buyers.add(page.url());
  });
  const { page, context } = await phone(browser);
  for (const url of buyers) {
    await page.goto(url);
    await look(page);
  }
  await context.close();
  expect(told).toEqual([expect.stringContaining('Hai bên đã thống nhất'), expect.stringContaining('Bạn mở lại')]);
  expect(faults).toEqual([]);
}, 120_000);
