import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { ask, enter, find, helperOn, inField, lose, photographSlip, takeAlong } from './helper.ts';
import { choose, type House, lastMessage, newNumber, phone, until } from './people.ts';

const house: House = { urls: inject('urls'), env: inject('houseEnv') };
const field = `${house.urls.storefront}/nhap-ho`;

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

const unique = () => Math.random().toString(36).slice(2, 8);
const heads = (mark: string, n: number) => Array.from({ length: n }, (_, at) => `Hộ thử ${mark} ${at + 1}`);
const inHouse = (mark: string) =>
  ask<{ head: string; n: number }>(
    house,
    `select head, count(*)::int as n from identity.producer where head like $1 group by head order by head`,
    [`Hộ thử ${mark} %`],
  );
const left = (page: Page) => page.evaluate(() => Number(localStorage.getItem('nhap-ho.con')));

describe('without a line', () => {
  test('ten households in a row are kept, outlive a closed browser, and arrive once each', async () => {
    const { page, context, helper } = await inField(browser, house);
    const mark = unique();
    await lose(context);
    for (const head of heads(mark, 10)) {
      await enter(page, house, head);
      await page.waitForURL(/may\?to=.*dong-y/);
    }
    await page.goto(field);
    await page.locator('[data-queue]').waitFor();
    // What lies on the phone is drawn row by row.
    await until('all ten wait', async () => (await page.getByText('Chưa gửi', { exact: true }).count()) === 10);
    expect(await page.locator('[data-queue]').textContent()).toContain('10 mục chưa gửi');
    expect(await page.locator('[data-row]').filter({ hasText: mark }).count()).toBe(10);
    expect(await page.locator('[data-offline]').count()).toBe(1);
    // The browser is closed and opened again: everything is still there.
    await page.close();
    const again = await context.newPage();
    await again.goto(field);
    expect(await left(again)).toBe(10);
    expect(await inHouse(mark)).toEqual([]);
    await find(context);
    await until('the queue is empty', async () => (await left(again)) === 0);
    expect(await inHouse(mark)).toEqual(
      heads(mark, 10)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map((head) => ({ head, n: 1 })),
    );
    const entries = await ask<{ n: number }>(
      house,
      'select count(*)::int as n from caseload.field_entry where helper = $1',
      [helper.id],
    );
    expect(entries).toEqual([{ n: 10 }]);
    await again.goto(field);
    const listed = again.locator('[data-row]').filter({ hasText: mark });
    await until('all ten are listed', async () => (await listed.count()) === 10);
    await context.close();
  });

  test('an answer that never came back is asked for again, and nothing is done twice', async () => {
    const { page, context } = await inField(browser, house);
    const mark = unique();
    let killed = 0;
    // The server does it, and the line breaks before its answer arrives.
    await context.route('**/nhap-ho/muc', async (route) => {
      killed += 1;
      if (killed > 3) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await enter(page, house, `Hộ thử ${mark} 1`);
    await until('it was tried', async () => killed >= 1);
    await until('it arrives in the end', async () => {
      // The page may be on its way by itself at that moment.
      await page.goto(field).catch((error: unknown) => {
        if (!String(error).includes('ERR_ABORTED')) throw error;
      });
      return (await left(page)) === 0;
    });
    expect(killed).toBeGreaterThan(3);
    expect(await inHouse(mark)).toEqual([{ head: `Hộ thử ${mark} 1`, n: 1 }]);
    await context.close();
  });

  test('a household agrees by a slip, and what is then written arrives in its order', async () => {
    const { page, context } = await inField(browser, house);
    const mark = unique();
    const slip = await photographSlip(page);
    await lose(context);
    await enter(page, house, `Hộ thử ${mark} 1`);
    await page.waitForURL(/may\?to=.*dong-y/);
    expect(await page.locator('[data-slot=banner]').textContent()).toContain(`Đang nhập hộ: Hộ thử ${mark} 1, Quất Du`);
    await choose(page, 'rights', 'producer.prepare');
    for (const box of await page.locator('label:has([name=agreed])').all()) await box.click();
    await page.setInputFiles('[name=slip]', { name: 'phieu.jpg', mimeType: 'image/jpeg', buffer: slip });
    await page.getByRole('button', { name: 'Ghi là hộ đồng ý' }).click();
    await page.getByRole('link', { name: 'Gian hàng', exact: true }).click();
    expect(await page.inputValue('[name=head]')).toBe(`Hộ thử ${mark} 1`);
    await page.fill('[name=name]', 'Vườn vải ba đời');
    await page.fill('[name=story]', 'Nhà tôi trồng vải ba đời');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/noi-o/);
    await page.fill('[name=address]', 'Cạnh nhà văn hoá');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.getByRole('link', { name: 'Buổi thăm', exact: true }).click();
    await page.fill('[name=done]', 'Đã chỉ cách chụp ảnh');
    await page.getByRole('button', { name: 'Lưu buổi thăm' }).click();
    await page.waitForFunction(() => localStorage.getItem('nhap-ho.con') === '5');
    // The slip lies sealed: nothing of a picture can be read out of the store.
    // The page is on its way to the next one, and can't be asked until it is there.
    const sealed = await until('the slip can be read', () =>
      page
        .evaluate(async () => {
          const request = indexedDB.open(`nhap-ho-${localStorage.getItem('nhap-ho')}`);
          const db = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
          const all = db.transaction('slips').objectStore('slips').getAll();
          const [kept] = await new Promise<{ bytes: ArrayBuffer }[]>(
            (done) => (all.onsuccess = () => done(all.result)),
          );
          db.close();
          return { size: kept!.bytes.byteLength, head: [...new Uint8Array(kept!.bytes.slice(0, 2))] };
        })
        .catch(() => undefined),
    );
    expect(sealed.size).toBeLessThanOrEqual(300 * 1024 + 16);
    expect(sealed.head).not.toEqual([0xff, 0xd8]);
    let broken = 0;
    // The slip arrives, and the line breaks before anybody says so: it is sent again, and is the same one.
    await context.route('**/nhap-ho/phieu/**', async (route) => {
      broken += 1;
      if (broken > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await find(context);
    await until('everything arrived', async () => (await left(page)) === 0);
    const known = await ask<{ item: string; value: string; behalf: boolean }>(
      house,
      `select item, value, on_behalf as behalf from onboarding.answer join identity.producer p on p.id = producer
       where p.head = $1 and item in ('story', 'address', 'name') order by item`,
      [`Hộ thử ${mark} 1`],
    );
    expect(known).toEqual([
      { item: 'address', value: 'Cạnh nhà văn hoá', behalf: true },
      { item: 'name', value: 'Vườn vải ba đời', behalf: true },
      { item: 'story', value: 'Nhà tôi trồng vải ba đời', behalf: true },
    ]);
    const papers = await ask<{ n: number }>(
      house,
      `select count(*)::int as n from papers.paper join identity.producer p on p.id = producer where p.head = $1`,
      [`Hộ thử ${mark} 1`],
    );
    expect([broken, papers]).toEqual([2, [{ n: 1 }]]);
    await page.goto(field);
    const row = page.locator('[data-row]').filter({ hasText: mark });
    expect(await row.textContent()).toContain('Đồng ý đến');
    await context.close();
  });

  test('a household that is there already is chosen, and what was written goes to it', async () => {
    const { page, context } = await inField(browser, house);
    const mark = unique();
    const number = newNumber();
    await enter(page, house, `Hộ thử ${mark} 1`, { phone: number });
    await page.waitForURL('**/dong-y');
    await lose(context);
    await enter(page, house, `Hộ thử ${mark} 2`, { phone: number });
    await page.waitForURL(/may\?to=/);
    await find(context);
    await page.getByText('Cần sửa').waitFor();
    await page.getByRole('button', { name: 'Chính là hộ này' }).click();
    await until('nothing is left', async () => (await left(page)) === 0);
    expect(await inHouse(mark)).toEqual([{ head: `Hộ thử ${mark} 1`, n: 1 }]);
    await context.close();
  });
});

/** A household in the list that let this helper write for it. */
const agreedWith = async (page: Page, head: string): Promise<string> => {
  const slip = await photographSlip(page);
  await enter(page, house, head);
  await page.waitForURL('**/dong-y');
  await choose(page, 'rights', 'producer.prepare');
  for (const box of await page.locator('label:has([name=agreed])').all()) await box.click();
  await page.setInputFiles('[name=slip]', { name: 'phieu.jpg', mimeType: 'image/jpeg', buffer: slip });
  await page.getByText('Bấm nút dưới để gửi').waitFor();
  await page.getByRole('button', { name: 'Ghi là hộ đồng ý' }).click();
  await page.waitForURL(/\/ho\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
};

test('what the household wrote meanwhile is shown beside the helper’s words, and she decides', async () => {
  const { page, context } = await inField(browser, house);
  const id = await agreedWith(page, `Hộ thử ${unique()} 1`);
  await takeAlong(page, house);
  await lose(context);
  await page.goto(`${field}/ho/${id}/hoi/gian-hang`);
  await page.fill('[name=story]', 'Lời người giúp');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await page.waitForURL(/noi-o/);
  await ask(
    house,
    `insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf)
     values ($1, 'story', '"Lời chính hộ"', now(), now(), null, false)`,
    [id],
  );
  await find(context);
  await page.getByText('Trên máy chủ: Lời chính hộ').waitFor();
  expect(await page.getByText('Của bạn: Lời người giúp').isVisible()).toBe(true);
  const story = async () =>
    (
      await ask<{ value: string }>(
        house,
        `select value from onboarding.answer where producer = $1 and item = 'story'`,
        [id],
      )
    )[0]?.value;
  expect(await story()).toBe('Lời chính hộ');
  await page.getByRole('button', { name: 'Dùng bản của tôi' }).click();
  await until('her words stand', async () => (await story()) === 'Lời người giúp');
  await context.close();
});

test('everything goes also without a script: entering, agreeing by a code, writing, visiting, handing over', async () => {
  const { page, context } = await phone(browser, { scripts: false });
  await helperOn(page, house);
  const head = `Hộ thử ${unique()} 1`;
  const number = newNumber();
  await enter(page, house, head, { phone: number });
  await page.waitForURL('**/dong-y');
  await page.getByRole('button', { name: /Gửi mã đến 09/ }).click();
  await page.waitForURL(/\/ma\?/);
  const [code] = /\d{6}/.exec(await lastMessage(house, number, /\d{6}/))!;
  await choose(page, 'rights', 'producer.prepare');
  for (const box of await page.locator('label:has([name=agreed])').all()) await box.click();
  await page.fill('[name=code]', code === '000000' ? '111111' : '000000');
  await page.getByRole('button', { name: 'Ghi là hộ đồng ý' }).click();
  await page.getByRole('alert').getByText('Mã chưa đúng').waitFor();
  await page.fill('[name=code]', code);
  await page.getByRole('button', { name: 'Ghi là hộ đồng ý' }).click();
  await page.waitForURL(/\/ho\/[0-9a-f-]{36}$/);
  expect(await page.locator('[data-slot=banner]').textContent()).toBe(`Đang nhập hộ: ${head}, Quất Du`);
  await page.goto(`${page.url()}/hoi/gian-hang`);
  await page.fill('[name=story]', 'Nhà tôi trồng vải');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await page.waitForURL('**/hoi/noi-o');
  await page.fill('[name=address]', 'Cạnh nhà văn hoá');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await page.getByRole('link', { name: 'Buổi thăm', exact: true }).click();
  await page.fill('[name=done]', 'Đã ghi hồ sơ');
  await page.getByRole('button', { name: 'Lưu buổi thăm' }).click();
  await page.getByRole('link', { name: 'Bàn giao gian hàng cho hộ' }).click();
  await page.getByRole('button', { name: 'Bắt đầu bàn giao' }).click();
  expect(await page.getByText('Quét hình này').isVisible()).toBe(true);
  await page.goto(`${field}/nhat-ky`);
  expect(await page.locator('li.panel').allTextContents()).toHaveLength(7);
  await context.close();
});
