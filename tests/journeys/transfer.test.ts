import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf } from './faults.ts';
import { ask } from './helper.ts';
import { choose, type House, newNumber, phone, until } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a buyer pays by bank transfer: the code to scan, the bank says that it came, the order is paid; without JavaScript', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const { storefront, sandbox } = house.urls as Record<'storefront' | 'sandbox', string>;
  // Of a seller who has a bank account: whoever began to sell a moment ago may have none.
  const [listing] = await ask<{ slug: string }>(
    house,
    `select slug from catalogue.offer where name = 'Ổi lê Hợp Đức' and visible`,
  );
  const { page, context } = await phone(browser, { scripts: false });
  await page.goto(`${storefront}/san-pham/${listing!.slug}`);
  await page.getByRole('button', { name: 'Mua ngay' }).click();
  if (new URL(page.url()).pathname === '/gio-hang') await page.goto(`${storefront}/dat-hang`);
  await page.fill('[name=tim]', 'cao lanh');
  await page.getByRole('button', { name: 'Tìm' }).last().click();
  await page.locator('main form button.choice').first().click();
  await page.fill('[name=name]', 'Chị Chuyển Khoản (mẫu)');
  await page.fill('[name=phone]', newNumber());
  await page.fill('[name=address]', 'Số 9, đường Thử');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await choose(page, 'payment', 'vietqr');
  await page.getByRole('button', { name: /^Đặt hàng/ }).click();
  await page.waitForURL('**/thanh-toan/**');
  await page.getByRole('img', { name: /Mã VietQR/ }).waitFor();
  const reader = await phone(browser);
  await reader.page.goto(page.url());
  expect(await faultsOf(reader.page)).toEqual([]);
  await reader.context.close();

  const said = async (name: string): Promise<string> => {
    const found = page.locator('dl.facts dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
    return ((await found.textContent()) ?? '').trim();
  };
  const transfer = {
    account: await said('Số tài khoản'),
    amount: Number((await said('Số tiền')).replace(/\D/g, '')),
    content: `MBVCB.12345.${await said('Nội dung')}.CT tu 0123456789`,
  };
  const code = new URL(page.url()).pathname.split('/').at(-1)!;
  const sent = await fetch(`${sandbox}/_control/transfers/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(transfer),
  });
  expect(sent.ok).toBe(true);
  await until('the page for paying has gone on to the order, which is paid', async () => {
    await page.reload();
    return page.url().includes(`/don-hang/${code}`) && (await page.getByText(/, đã trả/).isVisible());
  });
  await context.close();
}, 120_000);
