import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type House, newNumber, phone } from './people.ts';
import { signIn } from './register.ts';

export interface Helper {
  id: string;
  number: string;
}

/** What is in the house's own database, asked for what no page shows. */
export const ask = async <T>(house: House, sql: string, values: unknown[] = []): Promise<T[]> => {
  const db = new pg.Client({ connectionString: house.env.DATABASE_URL });
  await db.connect();
  try {
    return (await db.query(sql, values)).rows as T[];
  } finally {
    await db.end();
  }
};

/** A member of the community digital team of Phúc Hòa who goes to two hamlets, signed in on this phone. */
export const helperOn = async (page: Page, house: House, number = newNumber()): Promise<Helper> => {
  await signIn(page, house, number);
  const [person] = await ask<{ id: string }>(house, 'select id from identity.person where phone = $1', [
    `+84${number.slice(1)}`,
  ]);
  const { id } = person!;
  await ask(
    house,
    `insert into communes.hamlet (commune, slug, name, folded, former_folded, created_at)
     values ('07330', 'quat-du', 'Quất Du', 'quat du', '', now()), ('07330', 'lo-noi', 'Lò Nồi', 'lo noi', '', now())
     on conflict do nothing`,
  );
  await ask(
    house,
    `insert into identity.access_grant (id, person, role, commune, valid_from, hamlets)
     values ($1, $2, 'helper', '07330', now() - interval '1 minute', '{quat-du,lo-noi}')`,
    [randomUUID(), id],
  );
  return { id, number };
};

/** Opens the field once with a line, and waits until the phone can do without. */
export const takeAlong = async (page: Page, house: House): Promise<void> => {
  await page.goto(`${house.urls.storefront}/nhap-ho`);
  await page.locator('[data-kept]').waitFor({ state: 'visible' });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
};

/** A helper's phone that has been in the field with a line once. */
export const inField = async (
  browser: Browser,
  house: House,
): Promise<{ page: Page; context: BrowserContext; helper: Helper }> => {
  const { page, context } = await phone(browser);
  const helper = await helperOn(page, house);
  await takeAlong(page, house);
  return { page, context, helper };
};

/** Without a line, nothing goes out, neither the page's calls nor the service worker's. */
export const lose = (context: BrowserContext): Promise<void> => context.setOffline(true);
export const find = (context: BrowserContext): Promise<void> => context.setOffline(false);

/** Enters a household in the form that is open, or asks for it. */
export const enter = async (page: Page, house: House, head: string, given: { phone?: string } = {}): Promise<void> => {
  await page.goto(`${house.urls.storefront}/nhap-ho/them`);
  await page.fill('[name=head]', head);
  if (given.phone) await page.fill('[name=phones]', given.phone);
  await page.selectOption('[name=where]', '07330/quat-du');
  await page.getByRole('button', { name: 'Lưu hộ này' }).click();
};

/** A photograph of a signed slip, drawn by the browser itself. */
export const photographSlip = async (page: Page): Promise<Buffer> => {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1_200;
    canvas.height = 1_600;
    const pen = canvas.getContext('2d')!;
    for (let line = 0; line < 400; line += 1) {
      pen.fillStyle = `hsl(${line * 7} 60% 70%)`;
      pen.fillRect((line * 37) % 1_200, line * 4, 300, 30);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
    return [...new Uint8Array(await blob!.arrayBuffer())];
  });
  return Buffer.from(bytes);
};
