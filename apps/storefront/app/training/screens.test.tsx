import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Attend from './attend.tsx';
import Class from './class.tsx';
import MyTraining from './mine.tsx';
import Skills from './skills.tsx';
import Wall from './wall.tsx';

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object, actionData?: object) =>
  ({ loaderData, actionData }) as unknown as Parameters<Page>[0] & object;

const session = {
  id: '00000000-0000-4000-8000-000000000001',
  course: { id: 'c', title: 'Bán hàng trên chợ số', hours: 8 },
  commune: { code: '07330', fullName: 'Xã Mẫu' },
  place: 'Nhà văn hóa thôn Mẫu',
  startsAt: '2026-11-23T01:00:00.000Z',
  endsAt: '2026-11-23T04:00:00.000Z',
  trainer: { id: 't', name: null },
  state: 'held',
  attended: 0,
};
const skill = (id: string, shownAt: string | null) => ({ id, title: id, hint: 'Tự làm', shownAt, shownTo: 'Cô Mẫu' });
const sheet = {
  producer: 'p',
  name: 'Vườn nhà Mẫu',
  skills: [skill('chup-anh', '2026-11-20T02:00:00.000Z'), skill('nhan-don', null)],
  complete: false,
  signedAt: null,
  courses: [],
};
const household = (producer: string) => ({ producer, name: `Hộ ${producer}` });
const attend = (given: object, actionData?: object) =>
  renderToStaticMarkup(
    <Attend
      {...props<typeof Attend>(
        { session, households: [household('a')], code: '', there: undefined, ...given },
        actionData,
      )}
    />,
  );

test('who scanned the code has one button to press', () => {
  const html = attend({ code: '123456' });
  expect(html).toContain('value="123456"');
  expect(html).toContain('Tôi có mặt');
  expect(html).not.toContain('id="code"');
});

test('without a scan the code is typed, and with two households one is chosen', () => {
  const html = attend({ households: [household('a'), household('b')] });
  expect(html).toContain('id="code"');
  expect(html.match(/type="radio"/g)).toHaveLength(2);
});

test('a code that has changed since is said in words and typed anew', () => {
  const html = attend(
    { code: '123456' },
    { code: 'training.code-wrong', sentence: 'Mã điểm danh chưa đúng', fields: {}, typed: {} },
  );
  expect(html).toContain('Mã điểm danh chưa đúng');
  expect(html).toContain('id="code"');
  expect(html).not.toContain('value="123456"');
});

test('who was there is told so, and who has no household is told what to do', () => {
  expect(attend({ there: 'Hộ a' })).toContain('Đã ghi <b>Hộ a</b> có mặt');
  expect(attend({ households: [] })).toContain('danh sách giấy');
});

test('only a trainer sees the trainer’s ways', () => {
  const page = (teaches: boolean) =>
    renderToStaticMarkup(
      <MyTraining {...props<typeof MyTraining>({ coming: [session], sheets: [sheet], teaches, signs: teaches })} />,
    );
  expect(page(false)).not.toContain('/tap-huan/lop');
  expect(page(true)).toContain('/tap-huan/ky-nang');
  expect(page(false)).toContain('Còn 1 trên 2 việc');
});

test('the code on the wall is large and has its QR, and what to do when it cannot be scanned', () => {
  const html = renderToStaticMarkup(
    <Wall
      {...props<typeof Wall>({
        id: session.id,
        code: '042917',
        expiresAt: '2026-11-23T02:05:00.000Z',
        address: 'https://cho.example/tap-huan',
        drawing: '<svg></svg>',
      })}
    />,
  );
  expect(html).toContain('042 917');
  expect(html).toContain('<svg>');
  expect(html).toContain('https://cho.example/tap-huan');
});

test('a list that may not be changed any more shows no button to change it', () => {
  const attendees = [{ producer: 'a', name: 'Hộ a', hamlet: null, how: 'qr', at: session.startsAt }];
  const page = (open: boolean) =>
    renderToStaticMarkup(
      <Class {...props<typeof Class>({ session: { ...session, attendees, open }, now: session.startsAt, done: '' })} />,
    );
  expect(page(true)).toContain('Ghi nhầm');
  expect(page(true)).toContain('/ma"');
  expect(page(false)).not.toContain('Ghi nhầm');
});

test('what is signed stands with its day and by whom; only the rest can be ticked', () => {
  const html = renderToStaticMarkup(<Skills {...props<typeof Skills>({ sheet, signs: true, done: false })} />);
  expect(html.match(/type="checkbox"/g)).toHaveLength(1);
  expect(html).toContain('Ngày 20/11/2026, Cô Mẫu ký');
});
