import type { CertificateView, CommuneView, ListingDetail } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { jsonLd } from './json-ld.tsx';
import Listing from './listing.tsx';

const commune: CommuneView = {
  code: '07330',
  name: 'Phúc Hòa',
  fullName: 'Xã Phúc Hòa',
  type: 'xa',
  slug: 'xa-phuc-hoa',
  province: { code: '24', name: 'Bắc Ninh', type: 'tinh', slug: 'bac-ninh' },
};
const plain: ListingDetail = {
  id: '6f1f2a64-9a52-4d53-9f0e-0d8f6a3c1b11',
  slug: 'vai-thieu-12345678',
  name: 'Vải thiều',
  price: 45_000,
  unit: 'goi',
  storage: 'chilled',
  category: 'trai-cay',
  picture: null,
  producer: { id: '6f1f2a64-9a52-4d53-9f0e-0d8f6a3c1b12', name: 'Vườn nhà Hoa' },
  commune: { code: '07330', name: 'Phúc Hòa', province: 'Bắc Ninh' },
  available: 5_000,
  kind: 'goods',
  soldBy: 'pack',
  pack: { quantity: 500, unit: 'kg' },
  unitPrice: { price: 90_000, unit: 'kg' },
  ocopStars: null,
  inSeason: true,
  window: 'open',
  description: '',
  origin: 'self_produced',
  increment: 1_000,
  minimum: 1_000,
  commodity: { id: 'lychee', name: 'Vải' },
  harvestFrom: null,
  harvestTo: null,
  pictures: [],
  ogImage: { path: '/anh/card-a.jpg', width: 1_200, height: 630 },
  shareImage: { path: '/anh/share-a.jpg', width: 1_080, height: 1_350 },
  producerKind: 'household',
  publishedAt: '2026-06-01T00:00:00.000Z',
  variety: null,
  process: 'fresh',
  label: {},
  growingArea: null,
  attributes: {},
  certificates: [],
  catchWeight: false,
  catchTolerance: null,
  sellFrom: null,
  sellTo: null,
  repeatsYearly: false,
  delivery: 'country',
  dates: [],
};

const shown = (change: Partial<ListingDetail> = {}): string => {
  const loaderData = {
    listing: { ...plain, ...change },
    stall: { slug: 'vuon-nha-hoa-12345678' },
    commune,
    category: { id: 'trai-cay', name: 'Trái cây', slug: 'trai-cay', parent: 'nong-san-tuoi', kind: 'goods' },
    shelf: { id: 'nong-san-tuoi', name: 'Nông sản tươi', slug: 'nong-san-tuoi', parent: null, kind: 'goods' },
    named: [{ name: 'Độ chín', words: 'Chín cây, ăn ngay' }],
    keeping: { minimumCelsius: 2, maximumCelsius: 5, shelfLifeDays: 20 },
    away: null,
    reviews: { count: 0, average: null, items: [] },
    others: [],
    similar: [],
    quantity: 1_000,
    origin: 'https://cho.example',
  };
  return renderToStaticMarkup(<Listing {...({ loaderData } as unknown as Parameters<typeof Listing>[0])} />);
};

const said = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '')['@graph'] as [
    { name: string; offers: { availability: string; price: number } },
    { itemListElement: object[] },
  ];

test('a product says what it costs for a pack and for a kilogram, who sells it and where, without a script that runs', () => {
  const html = shown();
  expect(html).toContain('45.000\u00a0₫');
  expect(html).toContain('/gói 500\u00a0g');
  expect(html).toContain('90.000\u00a0₫/kg');
  expect(html).toContain('href="/nha-vuon/vuon-nha-hoa-12345678"');
  expect(html).toContain('href="/xa/07330/xa-phuc-hoa"');
  expect(html).toContain('<link rel="canonical" href="https://cho.example/san-pham/vai-thieu-12345678"/>');
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json">| src="[^"]*" defer="")/);
  expect(said(html)[0]).toMatchObject({ name: 'Vải thiều', offers: { price: 45_000 } });
});

test('a name that is a script stays a name, on the page and in what search engines read', () => {
  const name = '</script><script>alert(1)</script>\u2028<!--';
  const html = shown({ name, description: name, producer: { ...plain.producer, name } });
  expect(html).not.toContain('<script>alert');
  expect(said(html)[0].name).toBe(name);
  expect(jsonLd({ name })).not.toMatch(/[<>\u2028]/);
});

test('what is sold out, still to come or over says so, and when it comes again', () => {
  expect(shown({ available: 500 })).toContain('Tạm hết hàng');
  const coming = shown({ window: 'upcoming', inSeason: false, sellFrom: '2027-05-15', sellTo: '2027-06-30' });
  expect(coming).toContain('Sắp có: bán từ 15/05/2027.');
  expect(said(coming)[0].offers.availability).toBe('https://schema.org/PreOrder');
  const over = { window: 'ended', inSeason: false, sellFrom: '2026-05-15', sellTo: '2026-06-30' } as const;
  expect(shown({ ...over, repeatsYearly: true })).toContain('Đã hết mùa. Mùa sau bán từ 15/05/2027.');
  expect(shown(over)).toContain('Người bán chưa báo ngày bán lại.');
  expect(shown(over)).not.toContain('Mua ngay');
});

test('a certificate shows its number, who gave it and until when it holds', () => {
  const certificate: CertificateView = {
    id: '6f1f2a64-9a52-4d53-9f0e-0d8f6a3c1b13',
    kind: 'ocop',
    number: '12/QĐ-UBND',
    issuer: 'UBND tỉnh Bắc Ninh',
    stars: 4,
    issuedOn: '2025-03-01',
    validTo: '2028-02-29',
    state: 'valid',
  };
  const html = shown({ certificates: [certificate] });
  expect(html).toContain('OCOP 4 sao');
  expect(html).toContain('Số 12/QĐ-UBND, UBND tỉnh Bắc Ninh cấp ngày 01/03/2025, còn hiệu lực đến 29/02/2028');
});

test('a service shows on which days one may come and for how many there is room', () => {
  const html = shown({
    kind: 'service',
    pack: null,
    unitPrice: null,
    unit: 'cai',
    dates: [
      { id: '6f1f2a64-9a52-4d53-9f0e-0d8f6a3c1b14', startsAt: '2026-12-05T01:00:00.000Z', places: 10, placesLeft: 3 },
      { id: '6f1f2a64-9a52-4d53-9f0e-0d8f6a3c1b15', startsAt: '2026-12-06T01:00:00.000Z', places: 10, placesLeft: 0 },
    ],
  });
  expect(html).toContain('còn 3/10 chỗ');
  expect(html).toContain('đã hết chỗ');
  expect(html).not.toContain('Bỏ vào giỏ');
});
