import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Ask from './ask.tsx';
import MySupport from './mine.tsx';
import Request from './request.tsx';

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object, actionData?: object) =>
  ({ loaderData, actionData }) as unknown as Parameters<Page>[0] & object;

const topic = { id: 'don-hang', title: 'Đơn hàng, giao hàng', hours: 8 };
const household = {
  id: '00000000-0000-4000-8000-000000000002',
  name: 'Vườn nhà Mẫu',
  commune: '07330',
  place: 'Xã Mẫu',
};
const asked = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 'HT-2611-0042',
  topic,
  state: 'open',
  commune: { code: '07330', fullName: 'Xã Mẫu' },
  producer: null,
  openedAt: '2026-11-23T02:00:00.000Z',
  dueAt: '2026-11-23T10:00:00.000Z',
  late: false,
  closedAt: null,
  done: null,
  owner: null,
  asker: null,
  notes: [{ at: '2026-11-23T02:00:00.000Z', from: 'asker', by: null, text: 'Xe không đến lấy hàng' }],
};
const asking = {
  id: asked.id,
  topics: [topic],
  topic,
  households: [household],
  household,
  commune: '07330',
  elsewhere: false,
  words: '',
  found: undefined,
};
const ask = (given: object, actionData?: object) =>
  renderToStaticMarkup(<Ask {...props<typeof Ask>({ ...asking, ...given }, actionData)} />);
const shown = (given: object, page = {}) =>
  renderToStaticMarkup(
    <Request
      {...props<typeof Request>({
        asked: { ...asked, ...given },
        note: 'n',
        phone: '1900 1234',
        sent: false,
        added: false,
        ...page,
      })}
    />,
  );

test('asking begins with what it is about, and says how soon each is answered', () => {
  const html = ask({ topic: undefined });
  expect(html).toContain('href="/ho-tro/moi?viec=don-hang"');
  expect(html).toContain('Trả lời trong 8 giờ');
});

test('who has several households is asked which, and may say another place', () => {
  const html = ask({ commune: undefined, household: undefined, households: [household, { ...household, id: 'x' }] });
  expect(html).toContain('Việc của hộ nào?');
  expect(html).toContain('noi=khac');
});

test('a form that comes back keeps what was written and its number, so that sending twice asks once', () => {
  const typed = { id: '00000000-0000-4000-8000-00000000000f', text: 'abc' };
  const html = ask({}, { code: 'platform.invalid-input', sentence: '', fields: { text: 'Viết thêm' }, typed });
  expect(html).toContain(`value="${typed.id}"`);
  expect(html).toContain('>abc</textarea>');
  expect(html).toContain('href="#text"');
});

test('what was sent shows its number and until when somebody answers', () => {
  const html = shown({}, { sent: true });
  expect(html).toContain('HT-2611-0042');
  expect(html).toContain('17:00 23/11/2026');
  expect(html).toContain('Xe không đến lấy hàng');
});

test('a closed request says what was done, and that writing opens it again', () => {
  const html = shown({ state: 'closed', closedAt: '2026-11-23T04:00:00.000Z', done: 'Đã gọi lại hãng xe' });
  expect(html).toContain('Đã gọi lại hãng xe');
  expect(html).toContain('mở lại');
});

test('who never asked sees how to, and the telephone beside it', () => {
  const html = renderToStaticMarkup(<MySupport {...props<typeof MySupport>({ items: [], phone: '1900 1234' })} />);
  expect(html).toContain('Chưa nhờ việc gì');
  expect(html).toContain('tel:19001234');
});
