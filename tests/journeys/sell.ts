import type { Locator, Page } from 'playwright-core';
import { drawing } from '../../apps/api/src/demo/drawings.ts';
import { choose, until } from './people.ts';
import { type Look, nobody } from './step.ts';

export interface Goods {
  name: string;
  commodity: string;
  /** As a person types them. */
  price: string;
  quantity: string;
  description?: string;
}

/** A photograph of goods, as a phone's camera gives it. */
export const photoOf = async (commodity: string, which = 3) => ({
  name: 'hang.jpg',
  mimeType: 'image/jpeg',
  buffer: await drawing(commodity, which),
});

/** Whether the form's script runs on this page; without scripts it never does. */
export const isAwake = (page: Page): Promise<boolean> =>
  page
    .locator('[data-goods][data-awake]')
    .waitFor({ timeout: 3_000 })
    .then(
      () => true,
      () => false,
    );

/** Presses on to the next screen. */
const onwards = async (page: Page, look: Look): Promise<void> => {
  await look(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
};
const at = (page: Page, step: string) => page.waitForURL((url) => url.pathname.endsWith(`/dang-ban/${step}`));

/** Chooses a kind of goods, wherever it stands among the tiles. */
const chooseKind = async (page: Page, commodity: string): Promise<void> => {
  const tile = page.locator(`label:has(input[name="commodity"][value="${commodity}"])`);
  if (!(await tile.isVisible())) await page.getByText('Xem tất cả các loại').click();
  await tile.click();
};

/** Answers every question of the form, from the photograph on, up to the page on which all of it stands once more. */
export const answerForm = async (page: Page, goods: Goods, look: Look = nobody): Promise<void> => {
  const scripted = await isAwake(page);
  await page.setInputFiles('[name=pictures]', await photoOf(goods.commodity));
  // With the script each picture is taken over by the phone before it goes on.
  if (scripted) await page.locator('[data-slot=photos] img').first().waitFor();
  await onwards(page, look);
  await at(page, 'mon');
  await chooseKind(page, goods.commodity);
  await onwards(page, look);
  await at(page, 'ten');
  await page.fill('[name=name]', goods.name);
  await onwards(page, look);
  await at(page, 'che-bien');
  await choose(page, 'process', 'fresh');
  await onwards(page, look);
  await at(page, 'gia');
  await page.fill('[name=price]', goods.price);
  await choose(page, 'unit', 'kg');
  await onwards(page, look);
  await at(page, 'so-luong');
  await page.fill('[name=quantity]', goods.quantity);
  await onwards(page, look);
  await at(page, 'thu-hoach');
  await onwards(page, look);
  await at(page, 'nguon-goc');
  await choose(page, 'origin', 'self_produced');
  await onwards(page, look);
  await at(page, 'xem-lai');
};

/** Puts a thing on sale: a photograph first, then one question a page. Waits until the stall may sell. */
export const putOnSale = async (page: Page, storefront: string, goods: Goods, look: Look = nobody): Promise<void> => {
  await until('the stall may sell', async () => {
    await page.goto(`${storefront}/ban-hang/dang-ban`);
    return !(await page.getByText('Hồ sơ chưa được duyệt').isVisible());
  });
  await answerForm(page, goods, look);
  if (goods.description) {
    await page.getByRole('link', { name: 'Sửa kể thêm' }).click();
    await at(page, 'mo-ta');
    await page.fill('[name=description]', goods.description);
    await page.getByRole('button', { name: 'Lưu, về trang xem lại' }).click();
    await at(page, 'xem-lai');
  }
  await look(page);
  await page.getByRole('button', { name: 'Đăng bán' }).click();
  await page.waitForURL('**/ban-hang/san-pham?**');
  await page.getByText(goods.name).first().waitFor();
};

/** Opens what waits for an official's look, on whichever page of the list it stands. */
export const openWaiting = async (
  page: Page,
  { office, name }: { office: string; name: string },
  look: Look = nobody,
): Promise<void> => {
  const link = page.getByRole('link', { name, exact: true }).first();
  const isThere = async (at: number): Promise<boolean> => {
    await page.goto(`${office}/mon-hang?trang=${at}`);
    if (await link.isVisible()) return true;
    const more = await page
      .locator(`a[href*="trang=${at + 1}"]`)
      .first()
      .isVisible();
    return more ? isThere(at + 1) : false;
  };
  await until('it waits for an official', () => isThere(1));
  await look(page);
  await link.click();
  await page.waitForURL(/\/mon-hang\/[0-9a-f-]{36}/);
  await look(page);
};

/** An official finds it among what waits, looks at it and lets it be shown. */
export const letBeShown = async (page: Page, office: string, name: string, look: Look = nobody): Promise<void> => {
  await openWaiting(page, { office, name }, look);
  await page.getByRole('button', { name: 'Duyệt, cho hiện trên chợ' }).click();
  await page.waitForURL(/\/mon-hang.*xong=duyet/);
};

/** The product's own page; words to look for, which may read the same, are no product yet. */
export const productLink = (page: Page, name: string): Locator =>
  page.locator('main a[href^="/san-pham/"]', { hasText: name }).first();

/** Whether somebody who looks for it in the shop finds it. */
export const isOnSale = async (page: Page, storefront: string, name: string, words = name): Promise<boolean> => {
  await page.goto(`${storefront}/tim?q=${encodeURIComponent(words)}`);
  return productLink(page, name).isVisible();
};
