import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ask } from './helper.ts';
import { choose, type House, newNumber, until } from './people.ts';
import { signIn } from './register.ts';
import { isAwake, photoOf } from './sell.ts';

/** A cooperative of the demonstration, something it sells by the kilo, and a household that belongs to it. */
export interface Group {
  cooperative: string;
  household: string;
  householdName: string;
  listing: string;
}

/** The household has joined as the list of members says; joining has journeys of its own. */
export const groupOf = async (house: House): Promise<Group> => {
  const [sold] = await ask<{ id: string; producer: string }>(
    house,
    `select id, producer from catalogue.offer where name = 'Ổi lê Hợp Đức'`,
  );
  const [household] = await ask<{ id: string; name: string }>(
    house,
    `select id, name from identity.producer where name = 'Vườn vải nhà Mận (mẫu)'`,
  );
  await ask(
    house,
    `insert into identity.cooperative_member (cooperative, household, since, evidence, evidence_ref)
     values ($1, $2, now() - interval '1 day', 'list', 'danh sách mẫu')
     on conflict (cooperative, household) where until is null do nothing`,
    [sold!.producer, household!.id],
  );
  return { cooperative: sold!.producer, household: household!.id, householdName: household!.name, listing: sold!.id };
};

/** Somebody new who belongs to a household or cooperative, signed in on this phone. */
export const personOf = async (
  page: Page,
  house: House,
  of: { producer: string; role: 'cooperative-manager' | 'household-member' },
): Promise<void> => {
  const number = newNumber();
  await signIn(page, house, number);
  await ask(
    house,
    `insert into identity.access_grant (id, person, role, producer, valid_from)
     select $1, id, $3, $4, now() - interval '1 minute' from identity.person where phone = $2`,
    [randomUUID(), `+84${number.slice(1)}`, of.role, of.producer],
  );
};

/** The manager weighs what a member brought, on the page that is open. */
export const takeIn = async (page: Page, household: string, kilos: string): Promise<void> => {
  await page.selectOption('[name=supplier]', household);
  await page.fill('[name=quantity]', kilos);
  await choose(page, 'grade', 'first');
  await page.fill('[name=note]', 'Hái sáng nay');
  await page.getByRole('button', { name: 'Nhận hàng' }).click();
  await page.getByText('Đã ghi. Hộ nhận được tin báo').waitFor();
};

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

/** Hands in a visit to the garden on one day with eight places; answers the listing's id. No script is needed. */
export const offerVisit = async (page: Page, house: House, name: string): Promise<string> => {
  const { storefront } = house.urls;
  const next = () => page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.goto(`${storefront}/ban-hang/dang-ban`);
  const scripted = await isAwake(page);
  await page.setInputFiles('[name=pictures]', await photoOf('lychee'));
  // With the script the phone takes each picture over before it goes on.
  if (scripted) await page.locator('[data-slot=photos] img').first().waitFor();
  await next();
  const tile = page.locator('label:has(input[name="commodity"][value="farm_visit"])');
  await page.waitForURL('**/dang-ban/mon**');
  if (!(await tile.isVisible())) await page.getByText('Xem tất cả các loại').click();
  await tile.click();
  await next();
  await page.fill('[name=name]', name);
  await next();
  await page.fill('[name=price]', '50k');
  await choose(page, 'unit', 'khach');
  await next();
  await page.waitForURL('**/dang-ban/ngay**');
  await page.fill('[type=date]', day(7));
  await page.fill('[name^=places-]', '8');
  await next();
  await page.waitForURL('**/dang-ban/xem-lai**');
  await page.getByRole('button', { name: 'Đăng bán' }).click();
  await page.waitForURL('**/ban-hang/san-pham?**');
  return until('the visit is handed in', async () => {
    const [found] = await ask<{ id: string }>(house, 'select id from catalogue.offer where name = $1', [name]);
    return found?.id;
  });
};

/** One more day, in two weeks, with five places. */
export const addDay = async (page: Page): Promise<void> => {
  await page.fill('[name=day]', day(14));
  await page.locator('#places').fill('5');
  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  await page.getByText('Đã thêm ngày').waitFor();
};
