import { expect, test } from 'vitest';
import { remarkWords } from '@chophien/contracts';
import { happenedWords, missingWords, stuckWords, visitWords } from './case-words.ts';

test('what a household lacks is said once each, in words', () => {
  expect(missingWords(['crops', 'bank-account', 'something-new', 'other-new'])).toEqual([
    'Hàng bán',
    'Tài khoản nhận tiền',
    'Giấy tờ khác',
  ]);
});

test('where it stands is one short line', () => {
  expect(stuckWords({ stuckAt: 'food-safety', status: 'draft', days: 12 })).toBe('An toàn thực phẩm, 12 ngày');
  expect(stuckWords({ stuckAt: null, status: 'draft', days: 0 })).toBe('Chờ hộ nộp hồ sơ, từ hôm nay');
  expect(stuckWords({ stuckAt: null, status: 'active', days: 3 })).toBe('Đang bán, 3 ngày');
  expect(visitWords({ nextVisit: '2026-12-01', overdue: true })).toBe('01/12/2026 (đã quá ngày)');
  expect(visitWords({ nextVisit: null, overdue: false })).toBe('Chưa hẹn');
  expect(happenedWords('household.visited')).toBe('Được đến thăm');
  expect(happenedWords('toString')).toBe('toString');
});

test('a fault in a list names its column, its cell and what to do', () => {
  expect(remarkWords({ column: 'SĐT', cell: 'D3', code: 'not-a-phone', about: '12345' })).toBe(
    'SĐT (ô D3): “12345” không phải số điện thoại di động 10 số.',
  );
  expect(remarkWords({ column: null, cell: null, code: 'too-many-rows', about: '20000' })).toContain('20.000 dòng');
});
