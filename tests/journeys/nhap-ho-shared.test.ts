import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { enter, helperOn, inField, lose } from './helper.ts';
import { type House, until } from './people.ts';

const house: House = { urls: inject('urls'), env: inject('houseEnv') };
const field = `${house.urls.storefront}/nhap-ho`;

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

const unique = () => Math.random().toString(36).slice(2, 8);

describe('the phone is somebody else’s', () => {
  const kept = (page: Page) =>
    page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      pages: await caches.keys(),
      mark: localStorage.getItem('nhap-ho'),
    }));

  test('signing out warns of what was not sent, and then wipes everything', async () => {
    const { page, context } = await inField(browser, house);
    await context.route('**/nhap-ho/muc', (route) => route.abort('connectionreset'));
    await enter(page, house, `Hộ thử ${unique()} 1`);
    await page.waitForURL(/may\?to=/);
    const warnings: string[] = [];
    let answer = false;
    page.on('dialog', (dialog) => {
      warnings.push(dialog.message());
      return answer ? dialog.accept() : dialog.dismiss();
    });
    const signOut = async () => {
      await page.goto(`${house.urls.storefront}/dang-xuat`);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
    };
    await signOut();
    await until('she is warned', async () => warnings.length > 0);
    expect(warnings).toEqual([expect.stringContaining('Còn 1 mục nhập hộ chưa gửi')]);
    expect((await kept(page)).mark).not.toBeNull();
    answer = true;
    await signOut();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await kept(page)).toEqual({ databases: [], pages: [], mark: null });
    await lose(context);
    await expect(page.goto(field)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await context.close();
  });

  test('another helper finds nothing of the one before', async () => {
    const { page, context } = await inField(browser, house);
    const mark = unique();
    await enter(page, house, `Hộ thử ${mark} 1`);
    await page.waitForURL('**/dong-y');
    await context.clearCookies();
    await helperOn(page, house);
    await until('what was kept is gone', async () => (await kept(page)).mark === null);
    const { databases } = await kept(page);
    expect(databases.filter((name) => name?.startsWith('nhap-ho'))).toEqual([]);
    await context.close();
  });
});
