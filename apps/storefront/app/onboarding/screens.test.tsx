import type { ApplicationDetail } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Application from './application.tsx';
import Check from './check.tsx';
import Close from './close.tsx';
import { anApplication } from './testing.ts';
import HandIn from './hand-in.tsx';
import { missingParts } from './preview.tsx';

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object) =>
  ({ loaderData }) as unknown as Parameters<Page>[0] & object;

const common = {
  person: 'p',
  help: '1900 1234',
  begun: false,
  done: undefined,
  saved: '',
  now: '2026-11-23T02:00:00.000Z',
};
const page = (given: Partial<ApplicationDetail> = {}) =>
  renderToStaticMarkup(
    <Application {...props<typeof Application>({ ...common, application: anApplication(given) })} />,
  );

test('the list has at most five tasks, each with its state in words and the way into it', () => {
  const html = page();
  expect(html.match(/<li class="panel/g)).toHaveLength(5);
  expect(html.match(/Chưa xong/g)).toHaveLength(5);
  expect(html).toContain('Còn 5 việc');
  expect(html).toContain('tel:19001234');
});

test('a returned application shows what to correct, with the officer’s own words, and folds the rest away', () => {
  const [stall, ...rest] = anApplication().tasks;
  const html = page({
    status: 'returned',
    round: 1,
    tasks: [
      { ...stall!, state: 'returned', missing: [], remarks: [{ item: 'name', reason: 'Trùng tên hộ khác' }] },
      ...rest.map((task) => ({ ...task, state: 'done' as const, missing: [] })),
    ],
  });
  expect(html).toContain('Cần sửa 1 việc');
  expect(html).toContain('Trùng tên hộ khác');
  expect(html).toContain('4 việc khác không cần sửa');
});

test('a handed-in application says what happens next, how long, and what to do meanwhile', () => {
  const html = page({ status: 'submitted', submittedAt: '2026-11-22T02:00:00.000Z', may: ['consent'] });
  expect(html).toContain('09:00 22/11/2026');
  expect(html).toContain('ngày làm việc');
  expect(html).toContain('href="/ban-hang/dang-ban"');
  expect(html).not.toContain('Chưa xong');
});

test('an approved one that may not sell yet names what is missing', () => {
  const html = page({ status: 'approved' });
  expect(html).toContain('An toàn thực phẩm');
  expect(html).toContain('/yeu-cau/food-safety');
});

test('an announced suspension counts down and says how to object; one in force says why and since when', () => {
  const suspension = { reason: 'Ảnh không phải hàng thật', order: null, from: '2026-11-25T05:00:00.000Z' };
  const announced = page({ status: 'active', suspension: { ...suspension, carriedOut: false } });
  expect(announced).toContain('còn 2 ngày 3 giờ');
  expect(announced).toContain('Không đồng ý?');
  const inForce = page({ status: 'suspended', suspension: { ...suspension, order: '12/QĐ', carriedOut: true } });
  expect(inForce).toContain('từ 12:00 25/11/2026');
  expect(inForce).toContain('văn bản số 12/QĐ');
  expect(inForce).not.toContain('còn 2 ngày');
});

test('a closed one says when and why, and offers nothing to do', () => {
  const closing = { reason: 'Nghỉ làm', at: '2026-11-20T02:00:00.000Z' };
  const html = page({ status: 'closed', closing, may: [] });
  expect(html).toContain('ngày 20/11/2026');
  expect(html).not.toContain('Đóng gian hàng');
});

test('who helps is not offered to hand in, and sees no bank account', () => {
  const application = anApplication({ may: ['prepare'] });
  const html = renderToStaticMarkup(
    <Check {...props<typeof Check>({ application, person: 'p', open: true, lacks: [], saved: '', crops: [] })} />,
  );
  expect(html).not.toContain('/gui"');
  expect(html).toContain('Chỉ chủ hộ xem và ghi được');
});

test('each agreement stands apart with its whole text, none is ticked, and it says which must be', () => {
  const consent = {
    version: '1',
    title: 'Quy định',
    text: 'Dòng một.\nDòng hai.',
    givenAt: null,
    how: null,
    withdrawnAt: null,
  };
  const consents = [
    { ...consent, purpose: 'trading-rules', required: true },
    { ...consent, purpose: 'messages', title: 'Tin nhắn', required: false },
  ];
  const html = renderToStaticMarkup(<HandIn {...props<typeof HandIn>({ id: 'x', again: false, consents })} />);
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).not.toContain('checked');
  expect(html).toContain('Dòng hai.');
  expect(html.match(/Bắt buộc/g)).toHaveLength(1);
  expect(html.match(/Không bắt buộc/g)).toHaveLength(1);
});

test('closing says what it means for orders that were accepted', () => {
  const html = renderToStaticMarkup(<Close {...props<typeof Close>({ id: 'x', name: 'Vườn', sells: true })} />);
  expect(html).toContain('Đơn đã nhận vẫn phải giao xong');
});

test('the preview names what buyers would miss, with the page where it is added', () => {
  const lacks = missingParts(anApplication(), { story: '', crops: [], listings: 0 });
  expect(lacks.map(({ word }) => word)).toContain('Món hàng đầu tiên, có ảnh và giá');
  expect(lacks[0]?.path).toContain('/ke-chuyen');
});
