import type {
  AuthorityRequest,
  DataRequestReview,
  SupportRequestDetail,
  TrainingSessionDetail,
} from '@chophien/contracts';
import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import AuthorityOne from '../authorities/authority.tsx';
import DataRequestOne from '../data-requests/data-request.tsx';
import SupportOne from '../support/request.tsx';
import Courses from '../training/courses.tsx';
import Session from '../training/session.tsx';
import Wall from '../training/wall.tsx';
import Messages from './messages.tsx';
import Queues from './queues.tsx';

const id = 'a0a0a0a0-0000-4000-8000-000000000001';
const at = '2026-11-20T02:00:00.000Z';
const now = '2026-11-23T02:00:00.000Z';

// biome-ignore lint/suspicious/noExplicitAny: a page is drawn from what its loader answers, without a router
const drawn = (Screen: ComponentType<any>, loaderData: object): string =>
  renderToStaticMarkup(<Screen loaderData={loaderData} />);

const authority = (change: Partial<AuthorityRequest> = {}): AuthorityRequest => ({
  ...{ id, number: 'CQ-2611-0003', kind: 'suspension', state: 'prepared', urgent: true, province: '24' },
  ...{ authority: 'Chi cục mẫu', document: 'Số 12', scope: 'Tạm ngừng gian hàng', legalRef: 'Nghị định mẫu' },
  ...{ producer: { id, name: 'Hộ bà Na' }, receivedAt: at, dueAt: '2026-11-23T07:30:00.000Z', late: false },
  ...{ prepared: { by: 'Cán bộ soạn', at, answer: 'Đã làm.' }, answered: null, carriedOutAt: null, mayAnswer: false },
  ...change,
});

test('who prepared an answer is told why another sends it, and how much time is left', () => {
  const page = drawn(AuthorityOne, { one: authority(), done: null, now });
  expect(page).toContain('còn 5 giờ');
  expect(page).toContain('Bạn là người soạn nên không tự gửi được');
  expect(page).not.toContain('Tôi đã gửi bản này');
  expect(page).toContain(`/ho-so/${id}/tam-ngung`);
  expect(drawn(AuthorityOne, { one: authority({ mayAnswer: true }), done: null, now })).toContain('Tôi đã gửi bản này');
});

const data = (change: Partial<DataRequestReview> = {}): DataRequestReview => ({
  ...{
    id,
    number: 'DL-2611-0007',
    kind: 'delete',
    state: 'made',
    text: null,
    madeAt: at,
    replyBy: '2026-11-22T10:00:00Z',
  },
  ...{ acknowledgedAt: null, dueAt: '2026-12-10T10:00:00Z', extended: null, late: true, decidedAt: null, answer: null },
  ...{ kept: [], person: { id, name: 'Bà Na', phone: '+84912345678' }, producers: [], decidedBy: null },
  wouldKeep: [{ what: 'Chứng từ tiền', why: 'Luật kế toán', legalRef: 'Điều 41', until: '2036-11-23' }],
  obstacles: ['stalls-open:1'],
  ...change,
});

test('a wish to be erased shows both clocks, what law keeps until when, and what stands in the way', () => {
  const page = drawn(DataRequestOne, { one: data(), done: null, now });
  expect(page).toContain('trễ 16 giờ');
  expect(page).toContain('còn 17 ngày');
  expect(page).toContain('đến ngày 23/11/2036');
  expect(page).toContain('Còn 1 gian hàng chưa đóng');
  expect(page).toContain('Cần thêm thời gian?');
  const extended = data({ extended: { until: '2026-12-30T10:00:00Z', reason: 'Chờ sổ' } });
  expect(drawn(DataRequestOne, { one: extended, done: null, now })).not.toContain('Cần thêm thời gian?');
});

const support: SupportRequestDetail = {
  ...{ id, number: 'HT-2611-0042', topic: { id: 'don-hang', title: 'Đơn hàng', hours: 8 }, state: 'open', late: true },
  ...{ commune: { code: '07330', fullName: 'Xã Phúc Hòa' }, producer: null, openedAt: at, closedAt: null, done: null },
  ...{ dueAt: '2026-11-21T02:00:00.000Z', owner: null, asker: { name: 'Bà Na', phone: '+84912345678' } },
  notes: [{ at, from: 'asker', by: 'Bà Na', text: 'Chưa thấy ai đến lấy.' }],
};

test('a late request says so in words; a closed one is only read', () => {
  const page = drawn(SupportOne, { one: support, mine: false, note: id, done: null, now });
  expect(page).toContain('trễ 2 ngày');
  expect(page).toContain('Tôi nhận việc này');
  const closed = { ...support, state: 'closed' as const, done: 'Đã cho xe đến.', closedAt: at };
  const read = drawn(SupportOne, { one: closed, mine: false, note: id, done: null, now });
  expect(read).toContain('Đã làm: Đã cho xe đến.');
  expect(read).not.toContain('Gửi trả lời');
});

const session: TrainingSessionDetail = {
  ...{
    id,
    course: { id, title: 'Bán hàng', hours: 4 },
    commune: { code: '07330', fullName: 'Xã Phúc Hòa' },
    place: 'Đình',
  },
  ...{
    startsAt: at,
    endsAt: '2026-11-20T05:00:00.000Z',
    trainer: { id, name: 'Cô Mẫu' },
    state: 'planned',
    attended: 1,
  },
  attendees: [{ producer: id, name: 'Hộ bà Na', hamlet: 'Quất Du', how: 'qr', at }],
  open: true,
};

test('who only reads a session is offered nothing to change', () => {
  const holder = drawn(Session, { session, holds: true, words: '', found: undefined, done: null });
  expect(holder).toContain('Mã điểm danh');
  expect(holder).toContain('Bỏ Hộ bà Na khỏi danh sách');
  expect(holder).not.toContain('Hủy buổi này'); // somebody was there
  const reader = drawn(Session, { session, holds: false, words: '', found: undefined, done: null });
  expect(reader).not.toContain('Ghi từ danh sách giấy');
});

test('the wall shows six large digits and calls itself up again; without a drawing it says where to type them', () => {
  const shown = {
    code: '042137',
    expiresAt: at,
    path: `/tap-huan/${id}?ma=042137`,
    drawing: undefined,
    storefront: undefined,
  };
  const page = drawn(Wall, { id, again: 241, shown });
  expect(page).toContain('042 137');
  expect(page).toContain('content="241"');
  expect(page).toContain(`/tap-huan/${id}`);
  expect(page).not.toContain('role="img"');
});

test('a course of the country is not changed by a province', () => {
  const course = { id, title: 'Bán hàng', content: 'Nội dung', hours: 4, validFrom: '2026-01-01', validTo: null };
  const known = { id, today: '2026-11-23', writes: true, own: ['24'], provinces: [], changed: undefined, done: false };
  const page = (province: string | null) =>
    drawn(Courses, { ...known, items: [{ ...course, province, legalRef: 'Kế hoạch' }] });
  expect(page(null)).not.toContain('Sửa hoặc thôi dạy khóa này');
  expect(page('24')).toContain('Sửa hoặc thôi dạy khóa này');
});

test('all that waits stands on one page with its age and what is late', () => {
  const page = drawn(Queues, { items: [{ id: 'support-open', total: 4, late: 1, oldestDays: 6 }], at });
  expect(page).toContain('lâu nhất 6 ngày');
  expect(page).toContain('1 trễ hẹn');
  expect(page).toContain('href="/ho-tro"');
});

test('a message that did not arrive says to whom and why, and can be sent again', () => {
  const item = { id, producer: { id, name: 'Hộ bà Na' }, commune: { code: '07330', fullName: 'Xã Phúc Hòa' }, at };
  const items = [{ ...item, kind: 'producer-approved', failedAt: at, provider: 'sms', why: 'no phone' }];
  const page = drawn(Messages, { found: { items, total: 1, page: 1, pages: 1 }, done: false });
  expect(page).toContain('Hồ sơ được duyệt');
  expect(page).toContain('Hộ chưa có số điện thoại');
  expect(page).toContain('Gửi lại cho Hộ bà Na');
});
