import type { Browser, Page } from 'playwright-core';
import { allSent, arrived, breakUploads, find, leftOn, lose, sellOffline, takeFormAlong } from './listing-offline.ts';
import { sheet } from './listing-sheet.ts';
import { handBack } from './moderate.ts';
import { signInOfficial } from './official.ts';
import { accountsOf, type House, phone, toldBy, until } from './people.ts';
import { signIn } from './register.ts';
import { isOnSale, letBeShown, photoOf, putOnSale } from './sell.ts';
import { commune } from './stage.ts';
import type { Journey, Step } from './step.ts';

const TEN = 10;

/** A weak line far from the road: 400 ms, 400 kbit/s down and 150 up. */
const weak = async (page: Page): Promise<() => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 18_750,
  });
  // Two who both say what the line is like are one too many.
  return () => session.detach();
};

/** Selling from a cheap phone: on a weak line, without scripts, without any line; what an official hands back; next season. */
export const listing = async (browser: Browser, house: House): Promise<Journey> => {
  const { storefront, office } = house.urls as Record<'storefront' | 'office', string>;
  const accounts = await accountsOf(house);
  const officer = accounts.find(({ role, note }) => role === 'commune-officer' && note?.includes(commune.code));
  const seller = accounts.find(({ role, name }) => role === 'producer' && name.startsWith('Bà Mận'));
  if (!officer || !seller) throw new Error('the demonstration has no officer and no seller for Phúc Hòa');
  const farmer = await phone(browser);
  farmer.context.setDefaultTimeout(60_000);
  const plain = await phone(browser, { scripts: false });
  const desk = await phone(browser);
  const buyer = await phone(browser, { scripts: false });
  const run = Date.now().toString(36).slice(-5);
  const known = { page: farmer.page, strong: async () => {} };
  const mine = `${storefront}/ban-hang/san-pham`;
  const names = Array.from({ length: TEN }, (_, at) => `Vải ruộng ${run} ${String(at + 1).padStart(2, '0')}`);
  const first = `Vải mạng yếu ${run}`;
  const scriptless = `Vải không máy ${run}`;
  const lychee = { commodity: 'lychee', price: '25k', quantity: '100' };
  const rowOf = (page: Page, name: string) => page.locator('li.panel', { hasText: name }).last();

  const selling: Step[] = [
    {
      name: 'Người bán đăng một món trên mạng yếu (400 ms, 400/150 kbit/s)',
      screen: () => farmer.page,
      run: async (look) => {
        await signIn(farmer.page, house, seller.phone);
        known.strong = await weak(farmer.page);
        await takeFormAlong(farmer.page, storefront);
        const began = performance.now();
        await putOnSale(farmer.page, storefront, { name: first, ...lychee, description: 'Hái sáng sớm.' }, look);
        const seconds = Math.round((performance.now() - began) / 1_000);
        await rowOf(farmer.page, first).getByText('Đang chờ duyệt').waitFor();
        return `${seconds} giây từ ảnh tới "Đang chờ duyệt", giá đọc lại bằng chữ`;
      },
    },
    {
      name: 'Một món nữa trên máy không có JavaScript, toàn biểu mẫu thường',
      screen: () => plain.page,
      run: async (look) => {
        await plain.context.addCookies(await farmer.context.cookies());
        await putOnSale(plain.page, storefront, { name: scriptless, ...lychee }, look);
        return `"${scriptless}" chờ duyệt`;
      },
    },
  ];

  const offline: Step[] = [
    {
      name: 'Mất mạng: mười món soạn liền nhau, nằm trên máy',
      screen: () => known.page,
      run: async (look) => {
        await known.strong();
        await lose(farmer.context);
        for (const [at, name] of names.entries()) {
          await sellOffline(farmer.page, storefront, { name, ...lychee }, at === 0 ? look : undefined);
        }
        await farmer.page.goto(mine);
        await until(
          'all ten wait',
          async () => (await farmer.page.getByText('Chưa gửi', { exact: true }).count()) === TEN,
        );
        return `${await leftOn(farmer.page)} món "Chưa gửi"`;
      },
    },
    {
      name: 'Tắt trình duyệt, mở lại: vẫn đủ mười món',
      screen: () => known.page,
      run: async () => {
        await farmer.page.close();
        known.page = await farmer.context.newPage();
        await known.page.goto(mine);
        const left = await leftOn(known.page);
        const there = await arrived(house, `Vải ruộng ${run}`);
        if (left !== TEN || there.length > 0) throw new Error(`${left} on the phone, ${there.length} arrived`);
        return 'mười món trên máy, chưa món nào trên sàn';
      },
    },
    {
      name: 'Có mạng lại, đứt giữa lúc gửi: tới đúng mười món, mỗi món một lần',
      screen: () => known.page,
      run: async (look) => {
        const killed = await breakUploads(farmer.context);
        await find(farmer.context);
        await weak(known.page);
        await look(known.page);
        await allSent(known.page, storefront);
        await farmer.context.unrouteAll();
        const there = await arrived(house, `Vải ruộng ${run}`);
        const twice = there.filter(({ n, pictures }) => n !== 1 || pictures !== 1);
        if (there.length !== TEN || twice.length > 0) throw new Error(JSON.stringify(there));
        await known.page.goto(mine);
        return `${killed()} lần gửi bị đứt; ${there.length} món, mỗi món một lần, một ảnh`;
      },
    },
  ];

  const moderation: Step[] = [
    {
      name: 'Cán bộ xã duyệt một món, trả lại một món với hai việc cần sửa',
      screen: () => desk.page,
      run: async (look) => {
        await signInOfficial(desk.page, office, officer);
        await letBeShown(desk.page, office, scriptless, look);
        await handBack(desk.page, { office, name: first, reasons: ['name-unclear', 'picture-unclear'] }, look);
        await until('it is found', () => isOnSale(buyer.page, storefront, scriptless));
        if (await isOnSale(buyer.page, storefront, first)) throw new Error('what was handed back is on show');
        return await toldBy(house, seller.phone, 'listing-returned').catch(() => 'hộ được báo việc cần sửa');
      },
    },
    {
      name: 'Người bán thấy việc cần sửa, chụp lại, đặt lại tên, gửi lại',
      screen: () => known.page,
      run: async (look) => {
        const { page } = known;
        await page.goto(mine);
        const row = rowOf(page, first);
        await row.getByText('Việc cần sửa').waitFor();
        await look(page);
        await row.getByRole('button', { name: 'Sửa và gửi lại' }).click();
        await page.waitForURL('**/dang-ban/xem-lai?**');
        await page.locator('[data-goods][data-awake]').waitFor();
        await look(page);
        await page.getByRole('link', { name: 'Sửa tên món' }).click();
        await page.fill('[name=name]', `${first} Phúc Hòa`);
        await page.getByRole('button', { name: 'Lưu, về trang xem lại' }).click();
        await page.getByRole('link', { name: 'Sửa ảnh' }).click();
        await page.setInputFiles('[name=pictures]', await photoOf('lychee', 5));
        await page.locator('[data-slot=photos] li').nth(1).waitFor();
        await page.getByRole('button', { name: 'Làm ảnh bìa 2' }).click();
        await look(page);
        await page.getByRole('button', { name: 'Lưu, về trang xem lại' }).click();
        await page.waitForURL('**/dang-ban/xem-lai?**');
        await page.getByRole('button', { name: 'Gửi lại để duyệt' }).click();
        await page.waitForURL(/san-pham\/[0-9a-f-]{36}\?xong=sua/);
        await page.getByText('Đang chờ duyệt').first().waitFor();
        await letBeShown(desk.page, office, `${first} Phúc Hòa`);
        await until('it is found', () => isOnSale(buyer.page, storefront, `${first} Phúc Hòa`));
        return `"${first} Phúc Hòa" được duyệt, người mua tìm thấy`;
      },
    },
  ];

  const season: Step[] = [
    {
      name: 'Một chạm: hết hàng rồi hoàn tác, thôi bán rồi đăng lại (không JavaScript)',
      screen: () => plain.page,
      run: async (look) => {
        const { page } = plain;
        const press = async (name: string) => {
          await rowOf(page, scriptless).getByRole('button', { name }).click();
          await page.waitForURL('**xong=**');
          await look(page);
        };
        await page.goto(mine);
        await press('Hết hàng');
        await rowOf(page, scriptless).getByText('Hết hàng').first().waitFor();
        await page.getByRole('button', { name: 'Hoàn tác' }).click();
        await rowOf(page, scriptless).getByText('Còn 100').waitFor();
        await press('Thôi bán');
        await until('it is gone', async () => !(await isOnSale(buyer.page, storefront, scriptless)));
        await press('Đăng lại');
        await until('it is back', () => isOnSale(buyer.page, storefront, scriptless));
        await press('Bớt 1');
        await rowOf(page, scriptless).getByText('Còn 99').waitFor();
        return 'hết hàng → hoàn tác → thôi bán → đăng lại với ảnh cũ → bớt một ký';
      },
    },
  ];

  return {
    steps: [
      ...selling,
      ...offline,
      ...moderation,
      ...season,
      ...sheet({ house, storefront, page: () => known.page, run }),
    ],
    close: async () => void (await Promise.all([farmer, plain, desk, buyer].map(({ context }) => context.close()))),
  };
};
