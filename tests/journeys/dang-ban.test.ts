import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf } from './faults.ts';
import { allSent, arrived, find, leftOn, lose, sellOffline, takeFormAlong } from './listing-offline.ts';
import { accountsOf, type House, newNumber, phone, until } from './people.ts';
import { signIn } from './register.ts';
import { answerForm, photoOf } from './sell.ts';

const house: House = { urls: inject('urls'), env: inject('houseEnv') };
const { storefront } = house.urls as Record<'storefront', string>;
const form = `${storefront}/ban-hang/dang-ban`;
const mine = `${storefront}/ban-hang/san-pham`;

let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
beforeAll(async () => {
  browser = await browse();
  const seller = (await accountsOf(house)).find(({ role, name }) => role === 'producer' && name.startsWith('Chị Út'));
  const { page, context } = await phone(browser);
  await signIn(page, house, seller!.phone);
  cookies = await context.cookies();
  await context.close();
});
afterAll(() => browser?.close());

/** A phone of the seller's; its own store, the same session. */
const sellers = async (settings?: { scripts?: boolean }) => {
  const one = await phone(browser, settings);
  await one.context.addCookies(cookies);
  return one;
};

const unique = () => Math.random().toString(36).slice(2, 8);
const goods = (name: string) => ({ name, commodity: 'mango', price: '25k', quantity: '100' });
const awake = (page: Page) => page.locator('[data-goods][data-awake]').waitFor();
const kept = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('dang-ban')),
    pages: (await caches.keys()).filter((name) => name.startsWith('dang-ban')),
    mark: localStorage.getItem('dang-ban'),
  }));

describe('a battery that dies, a line that drops', () => {
  test('what was typed, and the pictures, are there again, on this phone and on another', async () => {
    const name = `Xoài thử ${unique()}`;
    const { page, context } = await sellers();
    await takeFormAlong(page, storefront);
    await page.setInputFiles('[name=pictures]', await photoOf('mango'));
    await page.locator('[data-slot=photos] img').first().waitFor();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.locator('label:has(input[name="commodity"][value="mango"])').first().click();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.fill('[name=name]', name);
    await page.getByText('Đã lưu trên máy, chưa gửi.').waitFor();
    const address = page.url();
    // Dead in the middle of a word.
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await awake(again);
    expect(await again.inputValue('[name=name]')).toBe(name);
    const named = again.waitForResponse(
      (answer) => answer.url().endsWith('/gui/soan') && (answer.request().postData() ?? '').includes(name),
    );
    await again.getByRole('button', { name: 'Tiếp tục' }).click();
    await again.waitForURL('**/che-bien?**');
    await named;
    await until('the server has it', async () => (await leftOn(again)) === 0);
    await context.close();
    const other = await sellers();
    await other.page.goto(mine);
    await other.page.getByText(/Soạn dở/).click();
    await other.page.locator('li', { hasText: name }).getByRole('link', { name: 'Làm tiếp' }).click();
    await awake(other.page);
    // It goes on where she stopped, with the picture the first phone took.
    await other.page.waitForURL('**/che-bien?**');
    await other.page.goto(other.page.url().replace('/che-bien', ''));
    await awake(other.page);
    expect(await other.page.locator('[data-slot=photos] img').first().getAttribute('src')).toMatch(/^\/anh\//);
    await other.context.close();
  });

  test('a picture of twelve megapixels becomes at most 300 kB, sealed, and survives a closed browser', async () => {
    const { page, context } = await sellers();
    await takeFormAlong(page, storefront);
    await lose(context);
    const buffer = Buffer.from(
      await page.evaluate(async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 4_000, height: 3_000 });
        const pen = canvas.getContext('2d')!;
        for (let spot = 0; spot < 4_000; spot += 1) {
          pen.fillStyle = `hsl(${spot * 7} 70% ${30 + (spot % 50)}%)`;
          pen.fillRect((spot * 397) % 4_000, (spot * 211) % 3_000, 90, 60);
        }
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
        return [...new Uint8Array(await blob!.arrayBuffer())];
      }),
    );
    expect(buffer.length).toBeGreaterThan(500_000);
    await page.setInputFiles('[name=pictures]', { name: 'to.jpg', mimeType: 'image/jpeg', buffer });
    await page.locator('[data-slot=photos] img').first().waitFor();
    const address = page.url();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.locator('[data-slot=photos] img').first().waitFor();
    const sealed = await again.evaluate(async () => {
      const request = indexedDB.open(`dang-ban-${localStorage.getItem('dang-ban')}`);
      const db = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
      const all = db.transaction('photos').objectStore('photos').getAll();
      const [one] = await new Promise<{ bytes: ArrayBuffer }[]>((done) => (all.onsuccess = () => done(all.result)));
      db.close();
      return { size: one!.bytes.byteLength, head: [...new Uint8Array(one!.bytes.slice(0, 2))] };
    });
    expect(sealed.size).toBeLessThanOrEqual(300 * 1024 + 16);
    expect(sealed.head).not.toEqual([0xff, 0xd8]);
    await context.close();
  });

  test('an answer of the server that was lost is asked for again, and the listing is there once', async () => {
    const mark = `Xoài đứt ${unique()}`;
    const { page, context } = await sellers();
    await takeFormAlong(page, storefront);
    let killed = 0;
    await context.route('**/ban-hang/gui/mon', async (route) => {
      killed += 1;
      if (killed > 2) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await lose(context);
    await sellOffline(page, storefront, goods(mark));
    await find(context);
    await allSent(page, storefront);
    expect(killed).toBeGreaterThan(2);
    expect(await arrived(house, mark)).toEqual([{ name: mark, n: 1, pictures: 1 }]);
    await context.close();
  }, 90_000);
});

describe('one phone, several people', () => {
  test('what one kept is neither shown to nor sent as the next; it goes when she herself is back', async () => {
    const mark = `Xoài riêng ${unique()}`;
    const { page, context } = await sellers();
    await takeFormAlong(page, storefront);
    await lose(context);
    await sellOffline(page, storefront, goods(mark));
    await find(context);
    await context.route('**/ban-hang/gui/**', (route) => route.abort('connectionreset'));
    await context.clearCookies();
    await signIn(page, house, newNumber());
    await context.unrouteAll();
    await page.goto(`${storefront}/ban-hang`);
    await page.getByRole('heading', { name: 'Bán hàng' }).waitFor();
    expect(await page.getByText(mark).count()).toBe(0);
    await page.waitForTimeout(1_500);
    expect(await arrived(house, mark)).toEqual([]);
    await context.clearCookies();
    await context.addCookies(cookies);
    await page.goto(mine);
    await allSent(page, storefront);
    expect(await arrived(house, mark)).toEqual([{ name: mark, n: 1, pictures: 1 }]);
    await context.close();
  }, 60_000);

  test('a session that ended is told, and nothing is lost by it', async () => {
    const mark = `Xoài phiên ${unique()}`;
    const { page, context } = await sellers();
    await takeFormAlong(page, storefront);
    await lose(context);
    await sellOffline(page, storefront, goods(mark));
    await context.clearCookies();
    await page.goto(mine);
    await find(context);
    await page.getByText('Hãy đăng nhập lại').waitFor();
    expect(await leftOn(page)).toBe(1);
    await context.addCookies(cookies);
    await page.goto(mine);
    await allSent(page, storefront);
    expect((await arrived(house, mark)).length).toBe(1);
    await context.close();
  }, 60_000);

  test('signing out warns of what was not sent, and then wipes what was hers', async () => {
    const { page, context } = await phone(browser);
    await signIn(page, house, newNumber());
    await page.goto(`${storefront}/ban-hang`);
    await page.locator('[data-goods]').waitFor({ state: 'attached' });
    await until('the phone keeps something of hers', async () => (await kept(page)).mark !== null);
    const person = (await kept(page)).mark!;
    await page.evaluate((who) => localStorage.setItem(`dang-ban.con.${who}`, '2'), person);
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.message());
      return warnings.length === 1 ? dialog.dismiss() : dialog.accept();
    });
    const signOut = async () => {
      await page.goto(`${storefront}/dang-xuat`);
      await page.evaluate((who) => localStorage.setItem(`dang-ban.con.${who}`, '2'), person);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
    };
    await signOut();
    await until('she was warned', async () => warnings.length === 1);
    expect(warnings[0]).toContain('2 món hàng chưa gửi');
    expect((await kept(page)).mark).toBe(person);
    await signOut();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await kept(page)).toEqual({ databases: [], pages: [], mark: null });
    await context.close();
  }, 60_000);
});

test('every screen of the form is readable on a small phone and on a desk, with a screen reader', async () => {
  const found: Record<string, string[]> = {};
  for (const width of [360, 1_280]) {
    const { page, context } = await sellers();
    await page.setViewportSize({ width, height: 800 });
    await takeFormAlong(page, storefront);
    const look = async (one: Page) => {
      const faults = await faultsOf(one);
      if (faults.length > 0) found[`${width} ${new URL(one.url()).pathname}`] = faults;
    };
    await answerForm(page, goods(`Xoài đọc ${unique()}`), look);
    await look(page);
    for (const name of ['ngày bán', 'cách giữ', 'giao hàng', 'giấy chứng nhận', 'nói rõ hơn', 'kể thêm']) {
      const link = page.getByRole('link', { name: `Sửa ${name}` });
      if (!(await link.isVisible())) continue;
      await link.click();
      await look(page);
      await page.getByRole('link', { name: 'Quay lại' }).click();
    }
    await lose(context);
    for (const address of [form, mine, `${storefront}/ban-hang`, `${storefront}/ban-hang/tin-nhan`]) {
      await page.goto(address);
      await look(page);
    }
    await context.close();
  }
  expect(found).toEqual({});
}, 120_000);
