import type { DelegationView, HouseholdView } from '@chophien/contracts';
import { Problem } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import Acted from './acted.tsx';
import { ActingBanner, actingNow } from './acting.tsx';
import Cooperative from './cooperative.tsx';
import Delegations from './delegations.tsx';
import Members from './members.tsx';
import Switch from './switch.tsx';
import TakeOver from './take-over.tsx';

/** What the framework hands to a page: of all that, these read their data alone. */
const props = <Page extends (props: never) => unknown>(loaderData: object) =>
  ({ loaderData }) as unknown as Parameters<Page>[0] & object;

const [me, other, id] = ['1', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
];
const at = '2026-11-20T02:00:00.000Z';
const delegation: DelegationView = {
  id,
  producer: id,
  giver: 'Hộ ông Nguyễn Văn A',
  receiver: 'Hợp tác xã Phúc Hòa',
  toCooperative: true,
  rights: ['listing.publish'],
  sentence: 'Hộ ông Nguyễn Văn A cho Hợp tác xã Phúc Hòa đăng bán và sửa giá thay đến hết ngày 31/12/2027.',
  from: at,
  until: '2027-12-31',
  state: 'holds',
  evidence: 'slip',
};
const member = (person: string, role: 'producer' | 'household-member') => ({
  person,
  name: person === me ? 'Bà Tư' : 'Nguyễn Văn Con',
  phone: '0912 345 678',
  role,
  sentence: `Làm ${role}.`,
  since: at,
  me: person === me,
});
const household = (given: Partial<HouseholdView> = {}): HouseholdView => ({
  id,
  kind: 'household',
  name: 'Hộ bà Tư',
  head: null,
  commune: '07330',
  communeName: 'Xã Phúc Hòa',
  subArea: null,
  phones: [],
  members: [member(me, 'producer'), member(other, 'household-member')],
  invitations: [],
  cooperatives: [],
  mayManage: true,
  ...given,
});

describe('who acts for a household', () => {
  const visitor = (answer: () => Promise<unknown>, cookie: string | undefined) =>
    ({
      token: 't',
      own: (name: string) => name,
      cookie: (name: string) => (name === 'thay' ? cookie : undefined),
      as: () => answer,
    }) as unknown as Visitor;

  test('reads whose things she touches on every screen, with the way out', async () => {
    const acting = await actingNow(visitor(async () => ({ items: [delegation] }), id));
    const html = renderToStaticMarkup(<ActingBanner acting={acting} />);
    expect(html).toContain('Đang làm thay <b>Hộ ông Nguyễn Văn A</b>');
    expect(html).toContain('action="/tai-khoan/lam-thay"');
  });

  test('reads that she may not any more, once it was ended', async () => {
    const acting = await actingNow(visitor(async () => ({ items: [] }), id));
    expect(renderToStaticMarkup(<ActingBanner acting={acting} />)).toContain('Quyền làm thay đã hết');
  });

  test('reads nothing of it while she acts for nobody, nor when the API cannot say', async () => {
    expect(await actingNow(visitor(async () => ({ items: [delegation] }), undefined))).toBeUndefined();
    const away = visitor(() => Promise.reject(new Problem('platform.busy')), id);
    expect(await actingNow(away)).toBeUndefined();
    expect(renderToStaticMarkup(<ActingBanner acting={undefined} />)).toBe('');
  });
});

describe('a household', () => {
  test('reads each delegation as its sentence, with one button to end it', () => {
    const html = renderToStaticMarkup(
      <Delegations
        {...props<typeof Delegations>({
          all: [household()],
          chosen: household(),
          given: {
            name: 'Hộ bà Tư',
            items: [delegation, { ...delegation, id: other, state: 'ended' }],
            receivers: [],
            rights: [],
            latest: '2028-11-23',
          },
          done: '',
        })}
      />,
    );
    expect(html).toContain(delegation.sentence);
    expect(html.match(/Thôi uỷ quyền</g)).toHaveLength(1);
    expect(html).toContain('Uỷ quyền đã hết (1)');
  });

  test('offers its owner what may be done with a member, and a member only the way out', () => {
    const page = (chosen: HouseholdView) =>
      renderToStaticMarkup(<Members {...props<typeof Members>({ all: [chosen], chosen, invitation: id, done: '' })} />);
    const owners = page(household());
    expect(owners).toContain('Giao quyền chủ');
    expect(owners).toContain('Mời thêm người');
    const members = page(household({ mayManage: false }));
    expect(members).not.toContain('Giao quyền chủ');
    expect(members).not.toContain('Mời thêm người');
    expect(members).toContain('Tôi rời gian hàng này');
  });

  test('reads what was done for it in words, and never follows an address of another site', () => {
    const items = [
      { id: '1', at, by: 'Lê Văn Quản', words: 'Đăng bán Vải thiều', link: `/ban-hang/san-pham/${id}` },
      { id: '2', at, by: 'Lê Văn Quản', words: 'Ghi lô', link: '//evil.example/x' },
    ];
    const html = renderToStaticMarkup(
      <Acted
        {...props<typeof Acted>({
          all: [household()],
          chosen: household(),
          acted: { name: 'Hộ bà Tư', items, delegations: [delegation] },
        })}
      />,
    );
    expect(html).toContain('<b>Lê Văn Quản</b>: Đăng bán Vải thiều');
    expect(html.match(/Xem và sửa lại/g)).toHaveLength(1);
    expect(html).not.toContain('evil.example');
  });

  test('that was entered by somebody is shown with whom and when, and taken over or refused by a button each', () => {
    const claim = {
      id,
      kind: 'household',
      name: 'Hộ ông Nguyễn Văn A',
      head: 'Nguyễn Văn A',
      communeName: 'Xã Phúc Hòa',
      subArea: 'Thôn Quất Du',
      enteredHow: 'assisted',
      enteredBy: 'Trần Thị Giúp',
      enteredAt: at,
      phones: [],
      delegations: [{ id, sentence: delegation.sentence }],
    };
    const html = renderToStaticMarkup(
      <TakeOver
        {...props<typeof TakeOver>({
          items: [claim, { ...claim, id: other }],
          name: null,
          next: '/ban-hang',
          done: '',
        })}
      />,
    );
    expect(html).toContain('Trần Thị Giúp ghi giúp lúc 09:00 20/11/2026');
    expect(html.match(/Đúng hộ của tôi, tôi nhận/g)).toHaveLength(2);
    expect(html.match(/Không phải hộ của tôi/g)).toHaveLength(2);
    const none = renderToStaticMarkup(
      <TakeOver {...props<typeof TakeOver>({ items: [], name: 'A', next: '/ban-hang', done: '' })} />,
    );
    expect(none).toContain('Không có hộ nào ghi số của bạn');
  });
});

test('a manager acts only for members who let the cooperative do something', () => {
  const row = { communeName: 'Xã Phúc Hòa', subArea: null, since: at };
  const members = [
    { ...row, household: id, name: 'Hộ A', delegations: [delegation] },
    { ...row, household: other, name: 'Hộ B', delegations: [] },
  ];
  const cooperative = {
    id: me,
    name: 'Hợp tác xã Phúc Hòa',
    kind: 'cooperative',
    communeName: 'Xã Phúc Hòa',
    members,
    invitations: [],
  };
  const html = renderToStaticMarkup(
    <Cooperative {...props<typeof Cooperative>({ cooperative, invitation: id, done: '' })} />,
  );
  expect(html).toContain('Làm thay Hộ A');
  expect(html).not.toContain('Làm thay Hộ B');
  expect(html).toContain('Hộ chưa uỷ quyền việc nào');
});

test('on a phone two people use each is one tap away, and whose session ended enters a code', () => {
  const people = [
    { mark: '000000000001', name: 'Bà Tư', open: true, active: true },
    { mark: '000000000002', name: 'Nguyễn Văn Con', open: true, active: false },
    { mark: '000000000003', name: 'Người đã hết phiên', open: false, active: false },
  ];
  const html = renderToStaticMarkup(
    <Switch {...props<typeof Switch>({ people, shared: true, next: '/ban-hang', ended: true })} />,
  );
  expect(html).toContain('Tôi là Nguyễn Văn Con');
  expect(html).not.toContain('Tôi là Bà Tư');
  expect(html).toContain('Nhập mã lại');
  expect(html).toContain('Tắt máy dùng chung');
  expect(html).toContain('Những gì ghi dở vẫn còn trên máy này');
});
