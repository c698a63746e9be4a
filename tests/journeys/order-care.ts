import {
  client as callerOf,
  homePage,
  type ListingCard,
  type OrderView,
  placeOrder,
  quoteOrder,
} from '@chophien/contracts';
import type { Browser, Page } from 'playwright-core';
import { accountsOf, type House, newNumber, phone, until } from './people.ts';
import { signIn } from './register.ts';
import { photoOf } from './sell.ts';
import { type Look, nobody } from './step.ts';

interface Sold {
  order: OrderView;
  listing: ListingCard;
  /** The phone of whoever sells it. */
  seller: string;
}

/** Something that needs no logger, sold by weight by somebody of the demonstration, is ordered for cash. */
const ordered = async (house: House): Promise<Sold> => {
  const call = callerOf({ baseUrl: house.urls.api! });
  const accounts = await accountsOf(house);
  const { listings } = await call(homePage);
  for (const listing of listings) {
    const account = accounts.find(({ role, note }) => role === 'producer' && note?.includes(listing.producer.name));
    if (!account || listing.unit !== 'kg' || listing.storage === 'chilled' || listing.storage === 'frozen') continue;
    const lines = [{ offer: listing.id, quantity: 2_000 }];
    const commune = '00004';
    const { total } = await call(quoteOrder, { body: { lines, commune } });
    const deliverTo = { name: 'Chị Mua Thử (mẫu)', phone: newNumber(), commune, address: 'Số 5, đường Thử' };
    const order = await call(placeOrder, {
      body: { id: crypto.randomUUID(), lines, deliverTo, payment: 'cod', total },
    });
    return { order, listing, seller: account.phone };
  }
  throw new Error('the demonstration sells nothing by the kilo that needs no logger');
};

/** In two taps from the list; then packed short, first without the reason that is asked for. */
const packShort = async (page: Page, storefront: string, { order, look }: { order: OrderView; look: Look }) => {
  const parcel = order.parcels[0]!;
  await until('the order is in the list', async () => {
    await page.goto(`${storefront}/ban-hang/don-hang`);
    return page.getByText(order.code).first().isVisible();
  });
  await look(page);
  await page.locator('li', { hasText: order.code }).getByRole('button', { name: 'Nhận đơn' }).click();
  await page.getByText('Đã nhận đơn').first().waitFor();
  await page.getByText('Thiếu hàng, hoặc cân khác').click();
  await look(page);
  const { offer } = parcel.lines[0]!;
  await page.fill(`[name="dong-${offer}"]`, '1,5');
  await page.getByRole('button', { name: 'Ghi số đã đóng' }).click();
  await page.getByText('Đóng thiếu thì chọn lý do').first().waitFor();
  await look(page);
  await page.selectOption(`[name="ly-do-${offer}"]`, 'not-enough');
  await page.getByRole('button', { name: 'Ghi số đã đóng' }).click();
  await page.getByText('Người mua được báo số thực đóng').waitFor();
  await look(page);
};

const carry = async (page: Page): Promise<void> => {
  await until('its shipment may leave', async () => {
    await page.getByRole('button', { name: 'Đã giao cho xe' }).click();
    return page
      .getByText('Đã ghi là giao cho xe')
      .waitFor({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await until('it is on its way', async () => {
    await page.reload();
    return page.getByRole('button', { name: 'Đã giao xong' }).isVisible();
  });
  await page.getByRole('button', { name: 'Đã giao xong' }).click();
  await page.getByText('Đã ghi là giao xong').waitFor();
};

/** From her order's page: what is wrong, a photograph of it, and one tap on what it is. */
const claim = async (page: Page, storefront: string, { sold, look }: { sold: Sold; look: Look }): Promise<void> => {
  const { code, key } = sold.order;
  await until('it was handed over', async () => {
    await page.goto(`${storefront}/don-hang/${code}?khoa=${key}`);
    return page.getByRole('link', { name: 'Hàng hỏng, thiếu, không đúng' }).isVisible();
  });
  await look(page);
  await page.getByRole('link', { name: 'Hàng hỏng, thiếu, không đúng' }).click();
  await page.setInputFiles('[name=photos]', await photoOf('lychee'));
  await look(page);
  await page.getByRole('button', { name: 'Hàng hỏng' }).click();
  await page.getByText('Đang chờ người bán trả lời').waitFor();
  await page.getByRole('img', { name: 'Ảnh 1 của lần báo này' }).waitFor();
  await look(page);
};

/** Packed short, handed over, damaged, given back: a farmer's and a buyer's phones of 360 × 640, the buyer's without scripts. */
export const orderCare = async (browser: Browser, house: House, look: Look = nobody): Promise<string[]> => {
  const storefront = house.urls.storefront!;
  const farmer = await phone(browser);
  const buyer = await phone(browser, { scripts: false });
  const told: string[] = [];
  try {
    const sold = await ordered(house);
    await signIn(farmer.page, house, sold.seller);
    await packShort(farmer.page, storefront, { order: sold.order, look });
    const parcelPage = farmer.page.url().split('?')[0]!;
    await buyer.page.goto(`${storefront}/don-hang/${sold.order.code}?khoa=${sold.order.key}`);
    told.push(await buyer.page.getByText('Đã đóng').first().innerText());
    await look(buyer.page);
    await carry(farmer.page);
    await claim(buyer.page, storefront, { sold, look });
    await farmer.page.goto(parcelPage);
    await farmer.page.getByRole('img', { name: 'Ảnh 1 của lần báo này' }).waitFor();
    await look(farmer.page);
    await farmer.page.fill('[name=refund]', '10.000');
    await farmer.page.getByRole('button', { name: 'Hoàn tiền cho người mua' }).click();
    await farmer.page.getByText('Được hoàn 10.000').waitFor();
    await look(farmer.page);
    await buyer.page.reload();
    told.push(await buyer.page.getByText(/Được hoàn 10\.000/).innerText());
    await look(buyer.page);
    return told;
  } finally {
    await farmer.context.close();
    await buyer.context.close();
  }
};
