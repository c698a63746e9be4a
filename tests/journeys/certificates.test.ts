import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf } from './faults.ts';
import { ask } from './helper.ts';
import { signInOfficial } from './official.ts';
import { accountsOf, choose, type House, phone, until } from './people.ts';
import { signIn } from './register.ts';
import { photoOf } from './sell.ts';
import { commune } from './stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

const readable = async (page: Page): Promise<void> => {
  const onPhone = await faultsOf(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const onDesk = await faultsOf(page);
  await page.setViewportSize({ width: 360, height: 640 });
  expect({ [new URL(page.url()).pathname]: [...onPhone, ...onDesk] }).toEqual({ [new URL(page.url()).pathname]: [] });
};

test('a household tells of its OCOP paper, an officer finds it true, a buyer sees the stars', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const { storefront, office } = house.urls as Record<'storefront' | 'office', string>;
  const accounts = await accountsOf(house);
  const seller = accounts.find(({ role, name }) => role === 'producer' && name.startsWith('Bà Mận'));
  const account = accounts.find(({ role, note }) => role === 'commune-officer' && note?.includes(commune.code));
  const number = `${Date.now() % 100_000}/QĐ-UBND`;

  const { page, context } = await phone(browser);
  await signIn(page, house, seller!.phone);
  await page.goto(`${storefront}/ban-hang/san-pham`);
  await page.getByRole('link', { name: 'Giấy chứng nhận' }).click();
  await readable(page);
  await page.getByRole('link', { name: 'Khai giấy chứng nhận' }).click();
  await readable(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Chụp hoặc chọn ảnh của giấy.').first().waitFor();
  await choose(page, 'loai', 'ocop');
  await page.setInputFiles('[name=anh]', await photoOf('lychee', 1));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Trên giấy ghi gì?' }).waitFor();
  await readable(page);
  await choose(page, 'stars', '4');
  await page.fill('[name=number]', number);
  await page.fill('[name=issuer]', 'UBND tỉnh Bắc Ninh');
  await page.fill('[name=issuedOn]', '31/2/2026');
  const offered = await page
    .locator('[name=listings]')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  const [listing] = await ask<{ id: string; slug: string }>(
    house,
    `select id, slug from catalogue.offer where visible and id::text in (${offered.map((id) => `'${id}'`).join(', ')}) limit 1`,
  );
  await choose(page, 'listings', listing!.id);
  await page.getByRole('button', { name: 'Gửi cán bộ xem' }).click();
  await page.getByText('Ghi ngày cấp như 15/3/2025').first().waitFor();
  // What was typed is still there.
  expect(await page.inputValue('[name=number]')).toBe(number);
  await page.fill('[name=issuedOn]', '15/3/2026');
  await page.getByRole('button', { name: 'Gửi cán bộ xem' }).click();
  await page.waitForURL('**/chung-nhan?xong=khai');
  const row = page.locator('li.panel', { hasText: number });
  await row.getByText('Chờ cán bộ xem').first().waitFor();
  await row.getByRole('link', { name: 'OCOP 4 sao' }).click();
  await page.getByText('giữ nguyên món ấy').waitFor();
  await readable(page);

  const buyer = await phone(browser, { scripts: false });
  const product = `${storefront}/san-pham/${listing!.slug}`;
  await buyer.page.goto(product);
  expect(await buyer.page.getByText(number).count()).toBe(0);

  const desk = await phone(browser);
  await signInOfficial(desk.page, office, account!);
  await desk.page.goto(`${office}/chung-nhan`);
  await readable(desk.page);
  await desk.page.locator('tr', { hasText: number }).getByRole('link').first().click();
  await readable(desk.page);
  await desk.page.getByRole('button', { name: 'Không công nhận' }).click();
  await desk.page.getByText('Ghi vì sao, từ 3 đến 300 chữ').first().waitFor();
  await desk.page.getByRole('button', { name: 'Đúng như trên giấy' }).click();
  await desk.page.waitForURL('**xong=verified');

  await until('the buyer sees the stars', async () => {
    await buyer.page.goto(product);
    return buyer.page.getByText(number).isVisible();
  });
  expect(await buyer.page.getByText('OCOP 4 sao').count()).toBeGreaterThan(0);
  await page.goto(`${storefront}/ban-hang/tin-nhan`);
  await until('the household is told', async () => {
    await page.reload();
    return page.getByText(`giấy OCOP số ${number}: đúng`).isVisible();
  });
  for (const { context: one } of [{ context }, buyer, desk]) await one.close();
}, 120_000);
