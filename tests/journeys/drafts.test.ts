import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { type House, newNumber, phone, until } from './people.ts';
import { begin, type Household, signIn } from './register.ts';

let browser: Browser;
let page: Page;
let context: BrowserContext;
let list: string;
const house = (): House => ({ urls: inject('urls'), env: inject('houseEnv') });

const household: Household = {
  stall: 'Vườn nhà mất mạng',
  head: 'Lê Văn Thử',
  commune: { words: 'phuc hoa', name: 'Xã Phúc Hòa, Bắc Ninh' },
  subArea: 'Thôn Lân Thịnh',
  crop: 'honey',
  birth: { day: '1', month: '2', year: '1970' },
  citizenNumber: '024070000000',
};

beforeAll(async () => {
  browser = await browse();
  ({ page, context } = await phone(browser));
  await signIn(page, house(), newNumber());
  list = `${house().urls.storefront}/ban-hang/ho-so/${await begin(page, house().urls.storefront!, household)}`;
});
afterAll(() => browser?.close());

const told = () => page.locator('[data-drafts]').textContent();
/** How many answers wait on this phone; a page on its way to another can't be asked. */
const kept = () =>
  page
    .evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nhap/')).length)
    .catch(() => Number.NaN);
const story = () => page.inputValue('[name=story]');
const send = () => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();

test('what was typed is there again after the phone went dead', async () => {
  await page.goto(`${list}/ke-chuyen`);
  await page.fill('[name=story]', 'Câu chuyện gõ dở');
  expect(await told()).toContain('chưa gửi');
  await page.close();
  page = await context.newPage();
  await page.goto(list);
  expect(await told()).toContain('chưa gửi: 1 câu');
  await page.goto(`${list}/ke-chuyen`);
  expect(await story()).toBe('Câu chuyện gõ dở');
});

test('what was sent without a line is kept on the phone, and goes by itself when the line is back', async () => {
  await context.setOffline(true);
  await page.fill('[name=story]', 'Gõ lúc mất mạng');
  await send();
  expect(await told()).toContain('Đã lưu trên máy, chưa gửi');
  await context.setOffline(false);
  await until('it is sent', async () => (await kept()) === 0 && !page.url().endsWith('ke-chuyen'));
  await page.waitForLoadState();
  await page.goto(`${list}/ke-chuyen`);
  expect(await story()).toBe('Gõ lúc mất mạng');
  expect(await kept()).toBe(0);
});

test('a line that dies in the middle of sending loses nothing', async () => {
  await page.route('**/ke-chuyen', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.fill('[name=story]', 'Gửi mà đứt mạng');
  await send().catch(() => undefined);
  await until('the browser gave up', async () => page.url().startsWith('chrome-error'));
  await page.unroute('**/ke-chuyen');
  await page.goto(`${list}/ke-chuyen`);
  expect(await story()).toBe('Gửi mà đứt mạng');
  await until('it is sent', async () => (await kept()) === 0);
  await page.goto(`${list}/ke-chuyen`);
  expect(await story()).toBe('Gửi mà đứt mạng');
});

test('neither a day of birth nor a citizen number stays on the phone', async () => {
  await page.goto(`${list}/chu-ho`);
  await send();
  await until('the head is saved', async () => (await kept()) === 0);
  await page.goto(`${list}/can-cuoc`);
  for (const [name, value] of Object.entries(household.birth)) await page.fill(`[name=${name}]`, value);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('link', { name: 'Mang căn cước tới UBND xã' }).click();
  await page.fill('[name=citizenNumber]', household.citizenNumber);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('0240');
  expect(await kept()).toBe(0);
});

test('whoever signs in next on the same phone neither sees nor sends it', async () => {
  await page.goto(`${list}/ke-chuyen`);
  await page.fill('[name=story]', 'Chỉ của riêng tôi');
  await page.goto(`${house().urls.storefront}/dang-xuat`);
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  await signIn(page, house(), newNumber());
  const own = await begin(page, house().urls.storefront!, { ...household, stall: 'Vườn người khác' });
  expect((await told()) ?? '').not.toContain('chưa gửi');
  await page.goto(`${house().urls.storefront}/ban-hang/ho-so/${own}/ke-chuyen`);
  expect(await story()).toBe('');
  await page.goto(`${list}/ke-chuyen`);
  expect(await page.locator('[name=story]').count()).toBe(0);
});
