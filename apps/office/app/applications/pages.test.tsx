import { ReviewView } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Application from './application.tsx';
import Approve from './approve.tsx';
import Print from './print.tsx';
import Return from './return.tsx';
import type { Review } from './reviewed.ts';
import { basisWords } from './status-words.ts';
import Suspend from './suspend.tsx';

const id = 'a0a0a0a0-0000-4000-8000-000000000001';
const paper = 'a0a0a0a0-0000-4000-8000-000000000002';
const at = '2026-11-20T02:00:00Z';

const review = (change: Partial<Review> = {}): Review =>
  ReviewView.parse({
    id,
    status: 'in-review',
    kind: 'household',
    name: 'Vườn nhà Hoa',
    commune: { code: '07330', fullName: 'Xã Phúc Hòa', province: 'Bắc Ninh' },
    answers: [
      { item: 'name', value: 'Vườn nhà Hoa', at, by: null, onBehalf: false },
      { item: 'address', value: 'Xóm 3', at, by: 'Cán bộ mẫu Tám', onBehalf: true },
    ],
    tasks: ['stall', 'place', 'identity', 'food-safety', 'money'].map((task) => ({
      id: task,
      state: 'waiting',
      missing: [],
      remarks: [],
    })),
    requirements: [
      {
        id: 'identity',
        task: 'identity',
        kind: 'verified',
        title: 'Căn cước của chủ hộ',
        hint: 'Mang căn cước đến xã.',
        legalRef: 'Luật 122/2025/QH15, Điều 17',
        due: 'before-approval',
        groups: null,
        papers: [],
        state: 'waiting',
        until: null,
        reason: null,
        basis: null,
        basisReason: null,
      },
      {
        id: 'food-safety-basis',
        task: 'food-safety',
        kind: 'verified',
        title: 'Căn cứ an toàn thực phẩm',
        hint: 'Nộp giấy chứng nhận.',
        legalRef: 'Nghị định 15/2018/NĐ-CP',
        due: 'before-selling',
        groups: null,
        papers: ['food-safety-commitment'],
        state: 'waiting',
        until: null,
        reason: null,
        basis: 'exemption',
        basisReason: 'a',
      },
    ],
    consents: [
      {
        purpose: 'selling',
        version: '2026-07',
        title: 'Dùng dữ liệu để bán hàng',
        text: '…',
        required: true,
        givenAt: at,
        how: 'slip',
        withdrawnAt: null,
      },
    ],
    papers: [
      {
        id: paper,
        producer: id,
        kind: 'food-safety-commitment',
        state: 'waiting',
        number: 'SO-GIAY-77',
        issuer: 'UBND xã',
        issuedOn: null,
        expiresOn: '2027-11-20',
        pages: 1,
        handedInAt: at,
        reason: null,
        daysLeft: 365,
        sheets: ['picture'],
        scanned: true,
      },
    ],
    identity: {
      method: 'manual',
      state: 'waiting',
      fullName: 'Nguyễn Thị Mẫu',
      numberEnd: '789',
      birthDate: '1980-02-03',
      until: null,
      reason: null,
    },
    taxCode: '024080123789',
    wishes: [],
    missing: [],
    round: 2,
    submittedAt: at,
    decidedAt: null,
    suspension: null,
    closing: null,
    applicant: { name: 'Nguyễn Thị Mẫu', phones: ['+84912345678'] },
    payoutSet: true,
    flags: [],
    reviewer: null,
    history: [{ at, what: 'submitted', by: 'Nguyễn Thị Mẫu', note: null }],
    may: ['return', 'approve', 'verify'],
    ...change,
  });

const said = [
  { item: 'name', word: 'Tên gian hàng', value: 'Vườn nhà Hoa', at, helper: null },
  { item: 'address', word: 'Địa chỉ', value: 'Xóm 3', at, helper: 'Cán bộ mẫu Tám' },
];

/** A page as it is sent; of all the framework hands to it, these read their data and what was refused alone. */
const shown = (page: (props: never) => React.ReactNode, application: Review, more: object = {}): string => {
  const loaderData = {
    application,
    said,
    groups: {},
    mine: true,
    kept: undefined,
    done: '',
    before: '',
    at,
    onSale: '7',
    ...more,
  };
  const { actionData } = more as { actionData?: object };
  return renderToStaticMarkup(page({ loaderData, actionData } as never));
};

const refusal = (code: string, typed: object) => ({
  code,
  sentence: 'Hồ sơ đã chuyển sang bước khác.',
  fields: {},
  typed,
});

test('an officer reads on which ground the household says its food is safe', () => {
  expect(basisWords({ basis: 'exemption', basisReason: 'a' })).toBe(
    'Hộ khai: thuộc diện miễn, điểm a khoản 1 Điều 12 Nghị định 15/2018/NĐ-CP.',
  );
  expect(basisWords({ basis: 'commitment', basisReason: null })).toBe('Hộ khai: ký bản cam kết.');
  expect(basisWords({ basis: null, basisReason: null })).toBeNull();
});

test('an officer sees what may be done now, and no button that would be refused', () => {
  const html = shown(Application, review());
  expect(html).toContain('>Duyệt hồ sơ<');
  expect(html).toContain('>Trả lại để bổ sung<');
  expect(html).toContain('>Đã kiểm tra căn cước<');
  expect(html).not.toContain('>Nhận xem<');
  expect(html).not.toContain('>Tạm ngừng gian hàng<');
  const only = shown(Application, review({ status: 'submitted', may: ['take'] }));
  expect(only).toContain('>Nhận xem<');
  expect(only).not.toMatch(/>Duyệt hồ sơ<|>Đã kiểm tra căn cước</);
});

test('an answer a helper wrote says who entered it', () => {
  expect(shown(Application, review())).toContain('do Cán bộ mẫu Tám nhập hộ');
});

test('a citizen number is never shown whole, not even as a tax code, and an account not at all', () => {
  const html = shown(Application, review());
  expect(html).not.toContain('024080123789');
  expect(html).toContain('789');
  expect(html).toContain('Đã khai');
});

test('on paper there is no phone, no birth date, no part of a citizen number and no number of a paper', () => {
  const html = shown(Print, review());
  expect(html).toContain('Vườn nhà Hoa');
  expect(html).not.toMatch(/912.?345|1980|03\/02|789|SO-GIAY-77|024080/);
});

test('what keeps a household from being approved is named, and then there is no button to approve', () => {
  const html = shown(Approve, review());
  expect(html).toContain('Chưa duyệt được: 1 yêu cầu chưa đạt');
  expect(html).toContain('Căn cước của chủ hộ');
  expect(html).not.toContain('Đúng, duyệt hồ sơ');
});

test('what is only missing for selling is named, and it can be approved', () => {
  const [identity, food] = review().requirements;
  const html = shown(Approve, review({ requirements: [{ ...identity!, state: 'met' }, food!] }));
  expect(html).toContain('chưa bán được ngay');
  expect(html).toContain('Căn cứ an toàn thực phẩm');
  expect(html).toContain('Đúng, duyệt hồ sơ');
});

test('when a colleague was quicker, the newest is shown and what was typed stands there still', () => {
  const now = review({
    status: 'returned',
    may: [],
    history: [{ at, what: 'returned', by: 'Cán bộ mẫu Chín', note: null }],
  });
  const typed = { item: 'address', 'reason-address': 'Thiếu tên xóm' };
  const html = shown(Return, now, { actionData: refusal('onboarding.illegal-step', typed) });
  expect(html).toContain('Đồng nghiệp vừa làm trước bạn');
  expect(html).toContain('Cán bộ mẫu Chín: trả lại để bổ sung');
  expect(html).toContain('value="Thiếu tên xóm"');
  expect(html).not.toMatch(/<button[^>]*>Trả lại để bổ sung/);
});

test('a reason typed before the fresh proof stands in the form of suspension again', () => {
  const kept = { ...refusal('identity.proof-needed', { way: 'order', order: '12/QĐ', reason: 'Chờ kiểm tra lại.' }) };
  const html = shown(Suspend, review({ status: 'active', may: ['suspend'] }), { kept });
  expect(html).toContain('Chờ kiểm tra lại.');
  expect(html).toContain('value="12/QĐ"');
  expect(html).toContain('<b>7 món</b>');
});

test('to a stall that was approved an officer agrees to another name, and remarks on nothing else', () => {
  const wishes = [{ item: 'name' as const, value: 'Vườn vải nhà Hoa', at }];
  const wishing = review({ status: 'active', wishes, flags: ['wishes'], may: ['approve', 'return', 'suspend'] });
  expect(shown(Application, wishing)).toContain('>Đồng ý đổi tên<');
  const html = shown(Approve, wishing);
  expect(html).toContain('Vườn vải nhà Hoa');
  expect(html).toContain('Đúng, đồng ý đổi tên');
  expect([...shown(Return, wishing).matchAll(/name="item" value="([^"]+)"/g)].map(([, item]) => item)).toEqual([
    'name',
  ]);
});

test('what was remarked is read in the names of the items', () => {
  const note = 'address: Thiếu tên xóm\nidentity: Ảnh mờ';
  const html = shown(Application, review({ history: [{ at, what: 'returned', by: null, note }] }));
  expect(html).toContain('Địa chỉ: Thiếu tên xóm\nCăn cước của chủ hộ: Ảnh mờ');
});

test('a citizen number that another household gave too is pointed out before anything is decided', () => {
  const twice = review({ flags: ['same-citizen-number'] });
  for (const page of [Application, Approve]) expect(shown(page, twice)).toContain('đã khai ở một hồ sơ khác');
});

test('every page is complete without a single script', () => {
  for (const page of [Application, Approve, Print, Return, Suspend]) {
    expect(shown(page, review())).not.toMatch(/<script|javascript:|\son\w+=/i);
  }
});

test('every name in a page is there once', () => {
  for (const page of [Application, Return, Suspend]) {
    const ids = [...shown(page, review()).matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name);
    expect(ids.filter((name, index) => ids.indexOf(name) !== index)).toEqual([]);
  }
});
