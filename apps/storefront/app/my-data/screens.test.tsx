import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Ask from './ask.tsx';
import Looks from './looks.tsx';
import MyData from './my-data.tsx';

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object, actionData?: object) =>
  ({ loaderData, actionData }) as unknown as Parameters<Page>[0] & object;

const id = '00000000-0000-4000-8000-000000000001';
const request = {
  id,
  number: 'DL-2611-0007',
  kind: 'delete',
  state: 'granted',
  text: null,
  madeAt: '2026-11-23T02:00:00.000Z',
  replyBy: '2026-11-25T16:59:59.000Z',
  acknowledgedAt: '2026-11-24T02:00:00.000Z',
  dueAt: '2026-12-13T16:59:59.000Z',
  extended: null,
  late: false,
  decidedAt: '2026-11-25T02:00:00.000Z',
  answer: 'Đã xóa',
  kept: [{ what: 'Chứng từ tiền', why: 'Sổ sách', legalRef: 'Luật Mẫu', until: '2036-11-25' }],
};
const mine = (items: object[]) =>
  renderToStaticMarkup(<MyData {...props<typeof MyData>({ items, sent: undefined })} />);
const ask = (actionData?: object, kind: string | undefined = 'delete') =>
  renderToStaticMarkup(<Ask {...props<typeof Ask>({ id, kind }, actionData)} />);

test('the file with everything is behind a code, and the code leads back to it', () => {
  expect(mine([])).toContain('/xac-nhan?next=%2Ftai-khoan%2Fdu-lieu%2Ftai-ve');
});

test('what the law keeps is told with the law and until when', () => {
  const html = mine([request]);
  expect(html).toContain('Chứng từ tiền');
  expect(html).toContain('giữ đến 25/11/2036');
  expect(html).toContain('Luật Mẫu');
});

test('a deletion says what it means, is looked over, and only then sent', () => {
  expect(ask()).toContain('Xóa rồi không lấy lại được');
  expect(ask()).not.toContain('value="gui"');
  const over = ask({ id, written: 'Tôi nghỉ bán', over: true });
  expect(over).toContain('Tôi nghỉ bán');
  expect(over).toContain('value="gui"');
  expect(over).toContain(`value="${id}"`);
});

test('going back to the words keeps them', () => {
  expect(ask({ id, written: 'Tôi nghỉ bán', over: false })).toContain('>Tôi nghỉ bán</textarea>');
});

test('each look says who and why in words', () => {
  const items = [{ at: '2026-11-23T02:00:00.000Z', who: 'official', what: 'paper.check' }];
  const html = renderToStaticMarkup(<Looks {...props<typeof Looks>({ items, page: 1, more: true })} />);
  expect(html).toContain('Một cán bộ');
  expect(html).toContain('Xem giấy tờ để kiểm tra');
  expect(html).toContain('?trang=2');
});
