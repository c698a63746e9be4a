import { client as callerOf, homePage, type OrderView, placeOrder, quoteOrder } from '@chophien/contracts';
import type { Browser } from 'playwright-core';
import { signInOfficial } from './official.ts';
import { accountsOf, type House, newNumber, phone } from './people.ts';
import { type Look, nobody } from './step.ts';

/** Something of the demonstration's commune, ordered for cash by a guest. */
const ordered = async (house: House): Promise<OrderView> => {
  const call = callerOf({ baseUrl: house.urls.api! });
  const accounts = await accountsOf(house);
  const { listings } = await call(homePage);
  const sellers = accounts.filter(({ role }) => role === 'producer').map(({ note }) => note ?? '');
  const listing = listings.find(
    ({ unit, producer }) => unit === 'kg' && sellers.some((note) => note.includes(producer.name)),
  );
  if (!listing) throw new Error('no producer of the demonstration sells by the kilo');
  const lines = [{ offer: listing.id, quantity: 2_000 }];
  const commune = '00004';
  const { total } = await call(quoteOrder, { body: { lines, commune } });
  const deliverTo = { name: 'Chị Mua Thử (mẫu)', phone: newNumber(), commune, address: 'Số 5, đường Thử' };
  return call(placeOrder, { body: { id: crypto.randomUUID(), lines, deliverTo, payment: 'cod', total } });
};

/** A guest complains from her order's page without scripts, an officer decides, the guest reads why and opens it anew. */
export const complain = async (browser: Browser, house: House, look: Look = nobody): Promise<string[]> => {
  const buyer = await phone(browser, { scripts: false });
  const desk = await phone(browser);
  const told: string[] = [];
  try {
    const { code, key } = await ordered(house);
    const { page } = buyer;
    await page.goto(`${house.urls.storefront}/don-hang/${code}?khoa=${key}`);
    await page.getByRole('link', { name: 'Khiếu nại về đơn này' }).click();
    await look(page);
    await page.getByRole('button', { name: 'Gửi khiếu nại' }).click();
    await page.getByText('Chọn việc bạn khiếu nại').first().waitFor();
    await look(page);
    await page.getByText('Hàng không đúng như đã ghi').click();
    await page.fill('[name=text]', 'Ghi là hàng loại một mà nhận hàng loại hai.');
    await page.getByRole('button', { name: 'Gửi khiếu nại' }).click();
    await page.getByText('Đã gửi.').waitFor();
    await look(page);
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Khiếu nại ', '');

    const shown = await page.locator('main').innerText();
    const officer = (await accountsOf(house)).find(
      ({ role, name }) => role === 'commune-officer' && shown.includes(name),
    );
    await signInOfficial(desk.page, house.urls.office!, officer!);
    await desk.page.goto(`${house.urls.office}/don-khieu-nai`);
    await look(desk.page);
    await desk.page.locator('tr', { hasText: number }).getByRole('link').click();
    await look(desk.page);
    await desk.page.getByLabel('Hai bên đã thống nhất').check();
    await desk.page.fill('[name=reason]', 'Người bán nhận lỗi, hai bên thống nhất đổi hàng trong ba ngày.');
    await desk.page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await desk.page.getByText('Đã ghi quyết định').waitFor();
    await look(desk.page);

    await page.reload();
    told.push(await page.getByText('Quyết định: Hai bên đã thống nhất').innerText());
    await look(page);
    await page.fill('[name=reason]', 'Đã ba ngày mà người bán chưa đổi hàng.');
    await page.getByRole('button', { name: 'Mở lại khiếu nại' }).click();
    await page.getByText('Đang xem xét').waitFor();
    told.push(await page.getByText('Bạn mở lại').innerText());
    await look(page);
    return told;
  } finally {
    await buyer.context.close();
    await desk.context.close();
  }
};
