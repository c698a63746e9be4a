import type { BrowserContext, Page } from 'playwright-core';
import { ask, find, lose } from './helper.ts';
import { type House, until } from './people.ts';
import { answerForm, type Goods } from './sell.ts';
import { type Look, nobody } from './step.ts';

/** Opens the form once with a line, and waits until the phone can do without. */
export const takeFormAlong = async (page: Page, storefront: string): Promise<void> => {
  await page.goto(`${storefront}/ban-hang/dang-ban`);
  await page.locator('[data-goods][data-awake]').waitFor({ timeout: 60_000 });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
};

/** How many listings this phone has not sent, whoever's they are. */
export const leftOn = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('dang-ban.con.'))
      .reduce((sum, key) => sum + Number(localStorage.getItem(key)), 0),
  );

/** Writes a listing without a line; it lies on the phone afterwards. */
export const sellOffline = async (page: Page, storefront: string, goods: Goods, look: Look = nobody): Promise<void> => {
  await page.goto(`${storefront}/ban-hang/dang-ban`);
  await answerForm(page, goods, look);
  await look(page);
  await page.getByRole('button', { name: 'Đăng bán' }).click();
  await page.getByRole('heading', { name: 'Đã lưu trên máy' }).waitFor();
};

/** How often each listing whose name begins so is there. */
export const arrived = (house: House, begins: string): Promise<{ name: string; n: number; pictures: number }[]> =>
  ask(
    house,
    `select offer.name, count(distinct offer.id)::int as n, count(shown.picture)::int as pictures from catalogue.offer
     left join catalogue.offer_picture shown on shown.offer = offer.id
     where offer.name like $1 || '%' group by offer.name order by offer.name`,
    [begins],
  );

/**
 * The line breaks while things go up: the first pictures never arrive, and of the first listings the server's answer is lost.
 * Answers how many were killed.
 */
export const breakUploads = async (context: BrowserContext): Promise<() => number> => {
  let killed = 0;
  await context.route('**/ban-hang/gui/anh/**', async (route) => {
    if (killed >= 2) return route.continue();
    killed += 1;
    return route.abort('connectionreset');
  });
  let lost = 0;
  await context.route('**/ban-hang/gui/mon', async (route) => {
    if (lost >= 2) return route.continue();
    lost += 1;
    killed += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  return () => killed;
};

const patience = 15_000;

/** Waits until nothing is left on the phone; now and then she looks at it again, as people do. */
export const allSent = (page: Page, storefront: string): Promise<boolean> => {
  let looked = Date.now();
  return until(
    'nothing is left on the phone',
    async () => {
      if ((await leftOn(page)) === 0) return true;
      // A page that is opened anew breaks off what was going up: not too often.
      if (Date.now() - looked < patience) return false;
      looked = Date.now();
      await page.goto(`${storefront}/ban-hang/san-pham`);
      return false;
    },
    180,
  );
};

export { find, lose };
