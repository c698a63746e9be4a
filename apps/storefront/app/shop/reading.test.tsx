import type { ListingCard } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { filtersIn } from './filters.ts';
import Home from './home.tsx';
import List from './list.tsx';

const listing: ListingCard = {
  id: crypto.randomUUID(),
  slug: 'vai-thieu',
  name: 'Vải thiều',
  price: 25_000,
  unit: 'kg',
  storage: 'chilled',
  category: 'Trái cây',
  picture: {
    id: crypto.randomUUID(),
    hash: 'a'.repeat(32),
    width: 800,
    height: 600,
    colour: '#aa3322',
    focus: { x: 0.3, y: 0.5 },
    widths: [320, 480, 800],
    avif: true,
  },
  producer: { id: crypto.randomUUID(), name: 'Vườn nhà Hoa' },
  commune: { code: '07330', name: 'Phúc Hòa', province: 'Bắc Ninh' },
  available: 5_000,
  kind: 'goods',
  soldBy: 'weight',
  pack: null,
  unitPrice: { price: 25_000, unit: 'kg' },
  ocopStars: null,
  inSeason: true,
  window: 'open',
};
const groups = [{ id: 'trai-cay', name: 'Trái cây', slug: 'trai-cay', parent: null, kind: 'goods' as const }];

const shelf = {
  found: { items: [listing], page: 1, more: true, total: { count: 1_000, more: true }, facets: {} },
  groups,
  traits: [],
  places: [],
  category: groups[0],
  filters: filtersIn(new URLSearchParams()),
};

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object) =>
  ({ loaderData }) as unknown as Parameters<Page>[0] & object;

const pages = {
  home: (
    <Home
      {...props<typeof Home>({
        listings: [listing],
        inSeason: [],
        categories: groups,
        communes: [],
        provinces: [],
        origin: 'https://cho.example',
      })}
    />
  ),
  list: <List {...props<typeof List>({ ...shelf, where: undefined, origin: 'https://cho.example' })} />,
};

test.each(Object.entries(pages))('the %s page is complete without a script that must run', (_, page) => {
  const html = renderToStaticMarkup(page);
  expect(html).toContain('25.000\u00a0₫');
  expect(html).toContain('href="/san-pham/vai-thieu"');
  // What it says to search engines is data, which no browser runs.
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json">| src="[^"]*" defer="">)|javascript:|\son\w+=/i);
});

test('every picture keeps its place before it comes', () => {
  const html = renderToStaticMarkup(pages.list);
  for (const [picture] of html.matchAll(/<img[^>]*>/g)) expect(picture).toMatch(/width="\d+" height="\d+"/);
});

test('the next page keeps the category it was asked in', () => {
  expect(renderToStaticMarkup(pages.list)).toContain('href="/danh-muc/trai-cay?trang=2"');
});
