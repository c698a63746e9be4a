import { AxeBuilder } from '@axe-core/playwright';
import { client as callerOf, homePage } from '@chophien/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../support/provided.ts';
import { browse } from './browser.ts';
import { phone } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await browse();
});
afterAll(() => browser?.close());

/** Serious faults of a page by WCAG 2.2 AA, and whether it must be moved sideways at 360 px. */
const faults = async (url: string): Promise<string[]> => {
  const { page, context } = await phone(browser);
  try {
    await page.goto(url);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
      ...(wide ? ['wider than the phone'] : []),
    ];
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
