import { client as callerOf, homePage } from '@chophien/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { faultsOf, faultsWithin } from './faults.ts';
import { addDay, groupOf, offerVisit, personOf, takeIn } from './group.ts';
import { ask, enter, helperOn } from './helper.ts';
import { signInOfficial } from './official.ts';
import { accountsOf, type House, phone } from './people.ts';
import { signIn } from './register.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

const faults = async (url: string): Promise<string[]> => {
  const { page, context } = await phone(browser);
  try {
    await page.goto(url);
    const onPhone = await faultsOf(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    const onDesk = (await faultsOf(page)).map((fault) => `at 1280 px: ${fault}`);
    return [...onPhone, ...onDesk];
  } finally {
    await context.close();
  }
};

test('every page a stranger can open is readable on a small phone and with a screen reader', async () => {
  const { storefront, office, api } = inject('urls') as Record<'storefront' | 'office' | 'api', string>;
  const { listings, communes } = await callerOf({ baseUrl: api })(homePage);
  const listing = listings[0]!;
  const pages = [
    ...[
      '/',
      '/san-pham',
      '/san-pham?giu=chilled,cool&dang-mua=1&xep=gia',
      '/tim?q=xoai',
      '/tim/goi-y?q=xoai',
      '/tim?q=khongcogi',
      '/gio-hang',
      '/tra-don',
      '/dang-nhap',
      '/chinh-sach',
      '/chinh-sach/xep-hang',
      '/tinh/24',
      '/khong-co',
    ],
    ...[
      `/san-pham/${listing.slug}`,
      `/nha-vuon/${listing.producer.id}`,
      `/nha-vuon/${listing.producer.id}/bien`,
      `/xa/${communes[0]!.code}`,
    ],
  ].map((path) => storefront + path);
  const found: Record<string, string[]> = {};
  for (const url of [...pages, `${office}/dang-nhap`]) {
    const seen = await faults(url);
    if (seen.length > 0) found[new URL(url).pathname] = seen;
  }
  expect(found).toEqual({});
}, 120_000);

/** The pages of an application, by what follows its address. */
const open = [
  '/ten',
  '/hang',
  '/hang?tim=khongcogi',
  '/ke-chuyen',
  '/xa?tim=phuc+hoa',
  '/loai',
  '/can-cuoc',
  '/can-cuoc/anh',
];
const always = ['', '/yeu-cau/food-safety', '/yeu-cau/food-safety?co-so=exemption', '/ngan-hang', '/ngan-hang?het=1'];
const standing = ['', '/xem-lai', '/dong'];

test('every page of getting ready to sell is readable on a small phone and with a screen reader, in every state', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const accounts = await accountsOf(house);
  const found: Record<string, string[]> = {};
  for (const [state, pages] of [
    ['mới làm một nửa', [...open, ...always, '/tai-khoan?nh=970405', ...standing]],
    ['được trả lại', standing],
    ['tạm ngừng', standing],
  ] as const) {
    const account = accounts.find(({ note }) => note?.includes(state));
    if (!account) throw new Error(`the demonstration has nobody whose application is "${state}"`);
    const { page, context } = await phone(browser);
    await signIn(page, house, account.phone);
    const path = await page.locator('main a[href^="/ban-hang/ho-so/"]').first().getAttribute('href');
    const id = path!.split('/').at(-1)!;
    const others = ['/ban-hang', '/dang-ky-ban', `/ban-hang/gian-hang/${id}`, `/ban-hang/dong-y/${id}`];
    for (const address of [...others, ...pages.map((rest) => path + rest)]) {
      await page.goto(house.urls.storefront + address);
      const seen = await faultsOf(page);
      if (seen.length > 0) found[`${state}: ${address}`] = seen;
    }
    await context.close();
  }
  expect(found).toEqual({});
}, 120_000);

const applications = (house: House) =>
  ask<{ id: string; status: string }>(house, `select id, status from onboarding.application where commune = '07330'`);

test('every page of a household’s people, papers, training, help and data is readable, and no link leads nowhere', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const [seller] = (await accountsOf(house)).filter(({ role }) => role === 'producer');
  const { page, context } = await phone(browser);
  await signIn(page, house, seller!.phone);
  const found = await faultsWithin(page, {
    origin: house.urls.storefront!,
    from: [
      ...['/tai-khoan', '/tai-khoan/doi-so', '/tai-khoan/chuyen', '/tai-khoan/lam-thay', '/tai-khoan/du-lieu'],
      ...['/xac-nhan', '/nhan-lai', '/loi-moi', '/tap-huan', '/ho-tro', '/ho-tro/moi'],
      ...['/ban-hang/chung-nhan', '/ban-hang/chung-nhan/them'],
      ...['/ban-hang', '/ban-hang/ho', '/ban-hang/uy-quyen', '/ban-hang/uy-quyen/cho', '/ban-hang/da-lam-thay'],
      ...['/ban-hang/don-hang', '/ban-hang/ngay-nghi', '/ban-hang/don-hang/phieu-dong-goi', '/ban-hang/danh-gia'],
      '/ban-hang/tien',
    ],
    within: /^\/(tai-khoan|xac-nhan|nhan-lai|loi-moi|tap-huan|ho-tro|hop-tac-xa|ban-hang)(\/|\?|$)/,
  });
  await context.close();
  expect(found).toEqual({});
}, 240_000);

test('a cooperative’s pages of what members bring, and of the days of a service, are readable, also refused', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const { cooperative, household, listing } = await groupOf(house);
  const found: Record<string, string[]> = {};
  const { page, context } = await phone(browser);
  const look = async (what: string) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      const seen = await faultsOf(page);
      if (seen.length > 0) found[`${what} at ${width} px`] = seen;
    }
    await page.setViewportSize({ width: 360, height: 640 });
  };
  await personOf(page, house, { producer: cooperative, role: 'cooperative-manager' });
  await page.goto(`${house.urls.storefront}/ban-hang/san-pham/${listing}/gop-hang`);
  await page.getByRole('button', { name: 'Nhận hàng' }).click();
  await page.getByText('Chọn hộ đem hàng đến.').first().waitFor();
  await look('refused');
  await takeIn(page, household, '12,5');
  await look('taken in');
  const visit = await offerVisit(page, house, `Thăm vườn ${Date.now().toString(36)}`);
  await page.goto(`${house.urls.storefront}/ban-hang/san-pham/${visit}`);
  await look('a service');
  await page.goto(`${house.urls.storefront}/ban-hang/san-pham/${visit}/ngay`);
  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  await page.getByText('Chọn ngày và giờ đón khách').first().waitFor();
  await look('a day refused');
  await addDay(page);
  await look('days');
  await context.clearCookies();
  await personOf(page, house, { producer: household, role: 'household-member' });
  await page.goto(`${house.urls.storefront}/ban-hang/gop-hang`);
  await page.getByText('Hái sáng nay').first().waitFor();
  await look('what she brought');
  await context.close();
  expect(found).toEqual({});
}, 120_000);

test('every page of who helps a household is readable on a small phone and with a screen reader', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const { page, context } = await phone(browser);
  await helperOn(page, house);
  await enter(page, house, `Hộ thử đọc ${Date.now().toString(36)}`);
  await page.waitForURL('**/dong-y');
  const household = page.url().split('/').at(-2)!;
  const paths = ['hoi/gian-hang', 'hoi/noi-o', 'tham', 'ban-giao', 'dong-y', ''];
  const found = await faultsWithin(page, {
    origin: house.urls.storefront!,
    from: ['/nhap-ho', ...paths.map((path) => `/nhap-ho/ho/${household}/${path}`.replace(/\/$/, ''))],
    within: /^\/(nhap-ho|tap-huan)(\/|\?|$)/,
  });
  await context.close();
  expect(found).toEqual({});
}, 120_000);

/** What can be decided of an application, by how it stands. */
const decisions: Record<string, readonly string[]> = {
  submitted: ['', '/duyet', '/tra-lai', '/dong', '/in'],
  active: ['/tam-ngung'],
  suspended: ['/mo-lai'],
};

test('every page of the office about people is readable on a small phone and with a screen reader', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const accounts = await accountsOf(house);
  const states = await applications(house);
  const asked = Object.entries(decisions).flatMap(([status, ends]) => {
    const one = states.find((application) => application.status === status);
    return one ? ends.map((end) => `/ho-so/${one.id}${end}`) : [];
  });
  const seen = new Set<string>();
  const found: Record<string, string[]> = {};
  for (const [role, note, from] of [
    [
      'commune-officer',
      '07330',
      ['/', '/ho-so', '/giay-to', '/ho-gia-dinh', '/thon-ap', '/can-bo', '/tai-khoan', ...asked],
    ],
    ['province-officer', '24', ['/', '/can-bo', '/quy-dinh']],
    ['moderator', '24', ['/', '/mon-hang', '/mon-hang?muc=tra-lai', '/chung-nhan', '/chung-nhan?muc=con-han']],
  ] as const) {
    const account = accounts.find((one) => one.role === role && one.note?.includes(note));
    const { page, context } = await phone(browser);
    await signInOfficial(page, house.urls.office!, account!);
    const within = /^\/(?!dang-xuat|so-lieu|kien-hang|nhiet-ke)/;
    Object.assign(found, await faultsWithin(page, { origin: house.urls.office!, from, within, seen }));
    await context.close();
  }
  expect(found).toEqual({});
}, 240_000);

test('every page of the office about money is readable on a small phone and with a screen reader', async () => {
  const house: House = { urls: inject('urls'), env: inject('houseEnv') };
  const account = (await accountsOf(house)).find(({ role }) => role === 'accountant');
  const { page, context } = await phone(browser);
  await signInOfficial(page, house.urls.office!, account!);
  const found = await faultsWithin(page, {
    origin: house.urls.office!,
    from: ['/', '/tien', '/tien?muc=da-xong', '/tien/doi-chieu', '/doi-soat', '/doi-soat/chi-tra', '/doi-soat/khoa-so'],
    within: /^\/(tien|doi-soat)(\/|\?|$)/,
  });
  await context.close();
  expect(found).toEqual({});
}, 240_000);
