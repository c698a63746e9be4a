import { AxeBuilder } from '@axe-core/playwright';
import { client as callerOf, homePage } from '@chophien/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { accountsOf, type House, phone } from './people.ts';
import { signIn } from './register.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

/** Serious faults of the page that is open by WCAG 2.2 AA, and whether it must be moved sideways at 360 px. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
    ...(wide ? ['wider than the phone'] : []),
  ];
};

const faults = async (url: string): Promise<string[]> => {
  const { page, context } = await phone(browser);
  try {
    await page.goto(url);
    return await faultsOf(page);
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
      '/tim?q=xoai',
      '/tim?q=khongcogi',
      '/gio-hang',
      '/tra-don',
      '/dang-nhap',
      '/chinh-sach',
      '/khong-co',
    ],
    ...[`/san-pham/${listing.slug}`, `/nha-vuon/${listing.producer.id}`, `/xa/${communes[0]!.code}`],
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
