import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { addDay, groupOf, offerVisit, personOf, takeIn } from './group.ts';
import { signInOfficial } from './official.ts';
import { accountsOf, type House, phone, until } from './people.ts';
import { isOnSale, letBeShown, productLink } from './sell.ts';

const house: House = { urls: inject('urls'), env: inject('houseEnv') };
const { storefront } = house.urls as Record<'storefront', string>;

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('a manager takes in thirty kilos of a member without a script; she is told, sees them as hers, and sees them taken back', async () => {
  const { cooperative, household, householdName, listing } = await groupOf(house);
  const hers = await phone(browser);
  await personOf(hers.page, house, { producer: household, role: 'household-member' });
  const his = await phone(browser, { scripts: false });
  await personOf(his.page, house, { producer: cooperative, role: 'cooperative-manager' });
  await his.page.goto(`${storefront}/ban-hang/san-pham/${listing}`);
  await his.page.getByRole('link', { name: 'Nhận hàng của xã viên' }).click();
  await his.page.getByRole('button', { name: 'Nhận hàng' }).click();
  await his.page.getByText('Chọn hộ đem hàng đến.').first().waitFor();
  await takeIn(his.page, household, '30');
  expect(await his.page.locator('main').innerText()).toMatch(new RegExp(`${escaped(householdName)}: 30\\skg`));

  await until('she is told', async () => {
    await hers.page.goto(`${storefront}/ban-hang/tin-nhan`);
    return hers.page
      .getByText(/đã nhận 30\skg Ổi lê Hợp Đức, loại 1 của hộ bạn/)
      .first()
      .isVisible();
  });
  await hers.page.goto(`${storefront}/ban-hang/gop-hang`);
  await hers.page.getByText('Hái sáng nay').first().waitFor();
  expect(await hers.page.locator('main').innerText()).toMatch(/30\skg Ổi lê Hợp Đức, loại 1/);

  const first = his.page.locator('details', { hasText: 'Vì sao bỏ lần ghi này' }).first();
  await first.locator('summary').click();
  await first.getByLabel('Vì sao bỏ lần ghi này?').fill('Ghi nhầm cân');
  await first.getByRole('button', { name: 'Bỏ lần ghi này' }).click();
  await his.page.getByText('Đã bỏ lần ghi đó').waitFor();
  await hers.page.reload();
  await hers.page.getByText('Ghi nhầm cân').first().waitFor();
  await Promise.all([his.context.close(), hers.context.close()]);
}, 120_000);

test('whoever gives a service adds a day and notes who called; a buyer sees the places that are left', async () => {
  const { cooperative } = await groupOf(house);
  const name = `Thăm vườn ổi ${Date.now().toString(36)}`;
  const { page, context } = await phone(browser, { scripts: false });
  await personOf(page, house, { producer: cooperative, role: 'cooperative-manager' });
  const id = await offerVisit(page, house, name);
  const officer = await phone(browser);
  const account = (await accountsOf(house)).find(
    ({ role, note }) => role === 'commune-officer' && note?.includes('07330'),
  );
  await signInOfficial(officer.page, house.urls.office!, account!);
  await letBeShown(officer.page, house.urls.office!, name);
  await page.goto(`${storefront}/ban-hang/san-pham/${id}`);
  await page.getByRole('link', { name: 'Thêm ngày, giữ chỗ, hủy ngày' }).click();
  await addDay(page);
  await page.getByLabel('Khách gọi điện đặt mấy chỗ?').first().fill('9');
  await page.getByRole('button', { name: 'Giữ chỗ' }).first().click();
  await page.getByText('Ngày này chỉ còn 8 chỗ').waitFor();
  await page.getByLabel('Khách gọi điện đặt mấy chỗ?').first().fill('3');
  await page.getByRole('button', { name: 'Giữ chỗ' }).first().click();
  await page.getByText('Đã giữ chỗ').waitFor();

  await until('it is found', () => isOnSale(officer.page, storefront, name));
  await productLink(officer.page, name).click();
  await officer.page.getByText('còn 5/8 chỗ').waitFor();
  await officer.page.getByText('còn 5/5 chỗ').waitFor();

  const last = page.locator('details', { hasText: 'Vì sao hủy' }).last();
  await last.locator('summary').click();
  await last.getByRole('button', { name: 'Hủy ngày này' }).click();
  await page.getByText('Đã hủy ngày đó').waitFor();
  await officer.page.reload();
  expect(await officer.page.getByText('còn 5/5 chỗ').count()).toBe(0);
  await Promise.all([context.close(), officer.context.close()]);
}, 120_000);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
