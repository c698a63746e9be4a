import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf } from './faults.ts';
import { signInOfficial } from './official.ts';
import { accountsOf, choose, type House, lastMessage, newNumber, phone } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

test('the page by which an official begins is readable on a small phone and with a screen reader', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const officer = (await accountsOf(house)).find(
    ({ role, note }) => role === 'province-officer' && note?.includes('24'),
  );
  const { page, context } = await phone(browser);
  await signInOfficial(page, house.urls.office!, officer!);
  await page.goto(`${house.urls.office}/can-bo/them`);
  await choose(page, 'role', 'inspector');
  await page.fill('[name=name]', 'Người mới vào việc');
  await page.fill('[name=phone]', newNumber());
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  const link = await page.locator('[data-start-link]').textContent();
  expect(await faultsOf(page)).toEqual([]);
  await context.close();

  const other = await phone(browser);
  await other.page.goto(link!);
  await other.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await faultsOf(other.page)).toEqual([]);
  await other.page.getByRole('button').last().click(); // nothing filled in: the page with what is wrong
  expect(await faultsOf(other.page)).toEqual([]);
  await other.context.close();
}, 120_000);

test('the page that stops a change of number is readable on a small phone and with a screen reader, and it stops', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const accounts = await accountsOf(house);
  const officer = accounts.find(({ role, note }) => role === 'commune-officer' && note?.includes('07330'));
  const holder = accounts.find(({ note }) => note?.includes('được trả lại'));
  const { page, context } = await phone(browser);
  await signInOfficial(page, house.urls.office!, officer!);
  await page.goto(`${house.urls.office}/chuyen-so`);
  const number = newNumber();
  await page.fill('[name=oldPhone]', holder!.phone);
  await page.fill('[name=newPhone]', number);
  await page.fill('[name=reason]', 'Mất máy, đã báo nhà mạng');
  await page.locator('label:has([name=cardSeen])').click();
  await page.getByRole('button', { name: 'Bắt đầu chuyển số' }).click();
  await page.getByRole('button', { name: 'Gửi mã đến số mới' }).click();
  const [code] = /\d{6}/.exec(await lastMessage(house, number, /\d{6}/))!;
  await page.fill('[name=code]', code);
  await page.getByRole('button', { name: 'Xác nhận số mới' }).click();
  const told = await lastMessage(house, holder!.phone, /dung-doi-so/);
  await context.close();

  const former = await phone(browser);
  await former.page.goto(/https?:\S+dung-doi-so\/[\w-]+/.exec(told)![0]);
  expect(await faultsOf(former.page)).toEqual([]);
  await former.page.getByRole('button', { name: 'Không phải tôi, dừng lại' }).click();
  await former.page.getByText('Đã dừng.').first().waitFor();
  expect(await faultsOf(former.page)).toEqual([]);
  await former.context.close();
}, 120_000);
