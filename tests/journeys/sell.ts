import type { Page } from 'playwright-core';
import { drawing } from '../../apps/api/src/demo/drawings.ts';
import { choose, until } from './people.ts';
import { type Look, nobody } from './step.ts';

interface Goods {
  name: string;
  commodity: string;
  /** As a person types them. */
  price: string;
  quantity: string;
  description: string;
}

/** Puts a thing on sale: a photograph first, then one question a page. Waits until the stall may sell. */
export const putOnSale = async (page: Page, storefront: string, goods: Goods, look: Look = nobody): Promise<void> => {
  const next = async () => {
    await look(page);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
  };
  await until('the stall may sell', async () => {
    await page.goto(`${storefront}/ban-hang/dang-ban`);
    return !(await page.getByText('Hồ sơ chưa được duyệt').isVisible());
  });
  const photo = await drawing(goods.commodity, 3);
  await page.setInputFiles('[name=pictures]', { name: 'hang.jpg', mimeType: 'image/jpeg', buffer: photo });
  await next();
  await page.waitForURL('**/dang-ban/mon');
  await choose(page, 'commodity', goods.commodity);
  await page.fill('[name=name]', goods.name);
  await next();
  await page.waitForURL('**/dang-ban/gia');
  await page.fill('[name=price]', goods.price);
  await page.selectOption('[name=unit]', 'kg');
  await next();
  await page.waitForURL('**/dang-ban/so-luong');
  await page.fill('[name=quantity]', goods.quantity);
  await next();
  await page.waitForURL('**/dang-ban/cach-giu');
  await choose(page, 'storage', 'chilled');
  await choose(page, 'origin', 'self_produced');
  await page.fill('[name=description]', goods.description);
  await next();
  await page.waitForURL('**/dang-ban/xem-lai');
  await look(page);
  await page.getByRole('button', { name: /Đăng bán/ }).click();
  await page.waitForURL('**/ban-hang/san-pham?**');
  await page.getByText(goods.name).first().waitFor();
};

/** Whether somebody who looks for it in the shop finds it. */
export const isOnSale = async (page: Page, storefront: string, name: string): Promise<boolean> => {
  await page.goto(`${storefront}/tim?q=${encodeURIComponent(name)}`);
  return page.getByRole('link', { name }).first().isVisible();
};
