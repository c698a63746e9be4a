import { searchListings } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FilterLinks } from './filter-links.tsx';
import { asked, atPrices, bare, filtersIn, isNarrowed, shelfLink, toggled } from './filters.ts';

const read = (query: string) => filtersIn(new URLSearchParams(query));
const facets = {
  storage: [
    { value: 'chilled', count: 1_000, more: true },
    { value: 'cool', count: 12, more: false },
    { value: 'frozen', count: 0, more: false },
  ],
  province: [
    { value: '24', label: 'Bắc Ninh', count: 7, more: false },
    { value: '82', label: 'Đồng Tháp', count: 5, more: false },
  ],
  price: [
    { value: '0-49999', count: 3, more: false },
    { value: '1000000-', count: 1, more: false },
  ],
  inSeason: [{ value: 'true', count: 4, more: false }],
  'attr.do-chin': [
    { value: 'chin-cay', count: 2, more: false },
    { value: 'con-xanh', count: 1, more: false },
  ],
};
const attributes = [
  {
    id: 'do-chin',
    name: 'Độ chín',
    category: 'trai-cay',
    choices: [
      { value: 'chin-cay', label: 'Chín cây' },
      { value: 'con-xanh', label: 'Còn xanh' },
    ],
  },
];
const provinces = [{ code: '24', name: 'Bắc Ninh', type: 'tinh' as const, slug: 'tinh-bac-ninh' }];
const links = (query: string, path = '/san-pham') =>
  renderToStaticMarkup(
    <FilterLinks path={path} filters={read(query)} facets={facets} attributes={attributes} provinces={provinces} />,
  );

test('a filter that makes no sense is left out and never an error', () => {
  const wild =
    "tinh=abc&xa=1&giu=warm&xep=drop table&trang=-4&sao=9&nguoi-ban=1' or 1=1&attr.x=<script>&attr.__proto__=a&visible=false&gan=999";
  expect(read(wild)).toEqual({ q: '', values: {}, sort: undefined, near: undefined, page: 1 });
  expect(read(`q=${'ừ'.repeat(10_000)}`).q).toHaveLength(100);
});

test('the same filters have the same address, whatever the order in which they were chosen and the names they came by', () => {
  const address = '/san-pham?tinh=24,82&giu=chilled&kieu=hang&xep=gia';
  expect(shelfLink('/san-pham', read('giu=chilled&tinh=82&tinh=24&xep=gia&kieu=hang'))).toBe(address);
  expect(shelfLink('/san-pham', read('province=82,24&storage=chilled&kind=goods&xep=gia'))).toBe(address);
  expect(shelfLink('/tim', read('q=v%E1%BA%A3i+thi%E1%BB%81u&trang=2'))).toBe(
    '/tim?q=v%E1%BA%A3i+thi%E1%BB%81u&trang=2',
  );
});

test('what the address says is a question the API understands', () => {
  const filters = read(
    'loai=trai-cay&tinh=24&sao=4,5&gia-tu=50.000&gia-den=10&dang-mua=1&giao-den=82&kieu=dich-vu&attr.do-chin=chin-cay&gan=24',
  );
  const query = searchListings.query!.parse(asked(filters));
  expect(query).toMatchObject({
    category: ['trai-cay'],
    province: ['24'],
    stars: ['4', '5'],
    priceFrom: 10,
    priceTo: 50_000,
    inSeason: true,
    deliverTo: '82',
    kind: 'service',
    sort: 'near',
    near: '24',
    attributes: { 'do-chin': ['chin-cay'] },
  });
});

test('a value more, or without it again; another province ends the choice of a commune', () => {
  expect(toggled(read('giu=cool'), 'giu', 'chilled').values.giu).toEqual(['cool', 'chilled']);
  expect(toggled(read('giu=cool&trang=3'), 'giu', 'cool')).toMatchObject({ values: {}, page: 1 });
  expect(toggled(read('tinh=24&xa=07330'), 'tinh', '82').values).toEqual({ tinh: ['24', '82'] });
  expect(atPrices(read(''), '0-49999').values).toEqual({ 'gia-den': ['49999'] });
  expect(atPrices(read('gia-tu=1000000'), '1000000-').values).toEqual({});
  expect(isNarrowed(bare(read('q=vai&giu=cool&xep=gia')))).toBe(false);
});

test('each filter is a link of its own that says how much it leaves, and the one that is on leads out again', () => {
  const html = links('giu=chilled&trang=3');
  expect(html).toContain('href="/san-pham?giu=chilled,cool"');
  expect(html).toContain('1.000+');
  expect(html).toContain('href="/san-pham?tinh=24&amp;giu=chilled"');
  expect(html).toContain('href="/san-pham?giu=chilled&amp;dang-mua=1"');
  expect(html).toContain('Dưới 50.000');
  expect(html).toContain('Chín cây');
  expect(html).not.toContain('Đông lạnh');
  expect(html).toMatch(/aria-current="true" href="\/san-pham">Giữ lạnh/);
});

test('what is typed keeps what was chosen', () => {
  const html = links('q=vai&giu=chilled&gia-tu=20000', '/tim');
  expect(html).toContain('<input type="hidden" name="giu" value="chilled"/>');
  expect(html).toContain('<input type="hidden" name="q" value="vai"/>');
  expect(html).toMatch(/name="gia-tu"[^>]*value="20000"/);
});
