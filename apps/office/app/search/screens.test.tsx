import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Demand from './demand.tsx';
import Synonyms from './synonyms.tsx';

// biome-ignore lint/suspicious/noExplicitAny: a page is drawn from what its loader answers, without a router
const drawn = (Screen: ComponentType<any>, loaderData: object): string =>
  renderToStaticMarkup(<Screen loaderData={loaderData} />);

const id = 'a0a0a0a0-0000-4000-8000-00000000000';
const group = (number: number, validFrom: string, validTo: string | null) => ({
  id: `${id}${number}`,
  words: ['dứa', 'thơm', `khóm ${number}`],
  source: 'Tên miền Nam',
  validFrom,
  validTo,
});

test('groups of words say since when and until when they hold; only those that hold can be ended', () => {
  const items = [
    group(1, '2026-07-01', null),
    group(2, '2027-01-01', null),
    group(3, '2026-07-01', '2026-12-31'),
    group(4, '2026-07-01', '2026-11-01'),
  ];
  const page = drawn(Synonyms, {
    id: `${id}9`,
    today: '2026-12-01',
    q: '',
    items,
    all: 4,
    done: 'them',
    kept: undefined,
  });
  expect(page).toContain('Đang dùng</span>');
  expect(page).toContain('Dùng từ 01/01/2027');
  expect(page).toContain('Đang dùng, thôi từ 31/12/2026');
  expect(page).toContain('Thôi dùng từ 01/11/2026');
  expect(page.match(/value="thoi"/g)).toHaveLength(3);
  expect(page).toContain('Đã thêm nhóm từ.');
});

test('what was not found is shown by week and province, with the way to other words for who may write them', () => {
  const seen = {
    week: '2026-11-30',
    weeks: ['2026-11-23'],
    province: '24',
    provinces: [{ value: '24', word: 'Bắc Ninh' }],
  };
  const items = [{ words: 'măng cụt lái thiêu', times: 1_200, province: '24' }];
  const page = drawn(Demand, { ...seen, items, writes: true });
  expect(page).toContain('măng cụt lái thiêu');
  expect(page).toContain('1.200');
  expect(page).toContain('Tuần từ 23/11/2026');
  expect(page).toContain('/tu-dong-nghia');
  const empty = drawn(Demand, { ...seen, items: [], writes: false });
  expect(empty).toContain('Tuần này ở Bắc Ninh chưa có từ nào');
  expect(empty).not.toContain('/tu-dong-nghia');
});
