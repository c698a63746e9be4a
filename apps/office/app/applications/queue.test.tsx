import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Queue from './queue.tsx';
import { tabOf } from './status-words.ts';

const item = (name: string, change: object = {}) => ({
  id: crypto.randomUUID(),
  status: 'submitted',
  kind: 'household',
  name,
  commune: { code: '07330', fullName: 'Xã Phúc Hòa', province: 'Bắc Ninh' },
  subArea: 'Thôn Lân Thịnh',
  submittedAt: '2026-11-17T02:00:00Z',
  age: 6,
  round: 1,
  reviewer: null,
  wishes: false,
  dueOn: '2026-11-22',
  late: false,
  ...change,
});

const counts = {
  submitted: 21,
  'in-review': 1,
  returned: 0,
  approved: 0,
  active: 9,
  suspended: 0,
  closed: 0,
  draft: 3,
};

const shown = (items: object[], change: object = {}): string => {
  const loaderData = {
    tab: tabOf('cho-xem'),
    commune: undefined,
    wishes: false,
    found: { items, total: items.length, page: 1, pages: 1, counts },
    communes: [],
    done: '',
    before: '',
    ...change,
  };
  return renderToStaticMarkup(Queue({ loaderData } as never));
};

test('an officer reads how long each has waited, and who has it in hand', () => {
  const html = shown([item('Vườn nhà Hoa'), item('Mật ong nhà Tư', { reviewer: 'Cán bộ mẫu', round: 2 })]);
  expect(html).toContain('chờ 6 ngày');
  expect(html).toContain('Chưa ai nhận');
  expect(html).toContain('Cán bộ mẫu');
  expect(html).toContain('Nộp lần 2');
});

test('an officer reads by when to answer, and what is late, in words', () => {
  const html = shown([item('Vườn nhà Hoa'), item('Mật ong nhà Tư', { dueOn: '2026-11-20', late: true })]);
  expect(html).toContain('Trả lời trước hết ngày 22/11/2026');
  expect(html).toContain('<b class="block">Quá hạn trả lời, hạn 20/11/2026</b>');
});

test('every part says how many there are', () => {
  expect(shown([]).replaceAll('<!-- -->', '')).toMatch(/Chờ xem \(21\).*Đang xem \(1\).*Đang bán \(9\)/s);
});

test('an empty part is said kindly, and a page beyond the last leads back', () => {
  expect(shown([])).toContain('Không có hồ sơ nào chờ xem');
  const beyond = shown([], { found: { items: [], total: 21, page: 9, pages: 2, counts } });
  expect(beyond).toContain('Về trang đầu');
});

test('the next page and the other parts keep the commune that was chosen', () => {
  const html = shown([item('Vườn nhà Hoa')], {
    commune: '07330',
    communes: [
      { code: '07330', word: 'Xã Phúc Hòa' },
      { code: '07333', word: 'Xã Tân Yên' },
    ],
    found: { items: [item('Vườn nhà Hoa')], total: 21, page: 1, pages: 2, counts },
  });
  expect(html).toContain('href="/ho-so?xa=07330&amp;trang=2"');
  expect(html).toContain('href="/ho-so?muc=dang-xem&amp;xa=07330"');
});

test('after a decision the one button leads to who waits longest, never back to the one just decided', () => {
  const decided = item('Vườn nhà Hoa');
  const next = item('Mật ong nhà Tư');
  const html = shown([decided, next], { done: 'duyet', before: decided.id }).replaceAll('<!-- -->', '');
  expect(html).toContain(`href="/ho-so/${next.id}">Mở hồ sơ tiếp theo: Mật ong nhà Tư`);
  expect(html).not.toContain('Mở hồ sơ tiếp theo: Vườn nhà Hoa');
});
