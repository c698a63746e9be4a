import type { RuleVersion } from '@chophien/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Draft from './draft.tsx';
import Rule from './rule.tsx';

const version = (change: Partial<RuleVersion> = {}): RuleVersion => ({
  id: 'a0a0a0a0-0000-4000-8000-000000000001',
  rule: 'food-safety',
  title: 'An toàn thực phẩm',
  state: 'draft',
  validFrom: '2027-01-01',
  validTo: null,
  legalRef: 'Nghị định 15/2018/NĐ-CP',
  body: { hint: 'Gửi một trong các giấy.', confirmation: 'Cần luật sư xác nhận' },
  draftedBy: 'Cán bộ mẫu',
  approvedBy: null,
  draftedAt: '2026-11-01T02:00:00Z',
  approvedAt: null,
  mayApprove: true,
  ...change,
});

const preview = {
  cases: 128,
  newlyMissing: 17,
  newlyMet: 0,
  unchanged: 111,
  examples: [
    {
      id: 'a0a0a0a0-0000-4000-8000-000000000002',
      name: 'Vườn nhà Hoa',
      commune: 'Phúc Hòa',
      before: 'met',
      after: 'missing',
    },
  ],
};

const rule = (change: Partial<RuleVersion> = {}, more: object = {}): string => {
  const loaderData = { version: version(change), scope: [], preview, done: '', ...more };
  return renderToStaticMarkup(Rule({ loaderData } as never)).replaceAll('<!-- -->', '');
};

test('before it is approved, a draft shows what it would change, in numbers and by example', () => {
  const html = rule();
  expect(html).toContain('Thử trên 128 hồ sơ đang có');
  expect(html).toMatch(/Vườn nhà Hoa.*Đạt.*Chưa có/s);
  expect(html).toContain('Duyệt quy định');
  expect(html).toContain('Cần luật sư xác nhận');
});

test('she who drafted it has no button to approve, and reads why', () => {
  const html = rule({ mayApprove: false });
  expect(html).not.toContain('Duyệt quy định');
  expect(html).toContain('không tự duyệt được');
});

test('a draft nobody stands for can be taken over, not approved', () => {
  expect(rule({ mayApprove: false, draftedBy: null })).toContain('chưa ai đứng tên soạn');
});

test('what is in force is not changed: only a new version is drafted from it', () => {
  const html = rule({ state: 'in-force', mayApprove: false }, { preview: undefined });
  expect(html).not.toMatch(/Sửa bản soạn|Bỏ bản soạn|Duyệt quy định/);
  expect(html).toContain('Soạn bản mới từ bản này');
});

test('a new version keeps the name of its requirement', () => {
  const loaderData = {
    path: '/quy-dinh/soan?id=a0a0a0a0-0000-4000-8000-000000000003',
    isNew: true,
    known: { rule: 'food-safety', title: 'An toàn thực phẩm', legalRef: 'NĐ 15' },
    dates: undefined,
    groups: [],
    provinces: [],
    kept: undefined,
  };
  const html = renderToStaticMarkup(Draft({ loaderData } as never));
  expect(html).toContain('type="hidden" name="rule" value="food-safety"');
  expect(html).not.toMatch(/<script|javascript:/i);
});
