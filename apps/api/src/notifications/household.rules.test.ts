import { describe, expect, test } from 'vitest';
import { delegateActed, delegationGiven, goesOutAt } from './household.rules.ts';
import { smsText } from './message.rules.ts';

const given = {
  giver: 'Hộ ông Nguyễn Văn A',
  receiver: 'Hợp tác xã Phúc Hòa',
  sentence: 'Hộ ông Nguyễn Văn A cho Hợp tác xã Phúc Hòa đăng bán và sửa giá thay đến hết ngày 31/12/2027.',
  evidence: 'slip' as const,
};

describe('a household', () => {
  test('reads on its phone what somebody wrote down for it, and how to end it', () => {
    const words = delegationGiven('ho-1', given);
    expect(words.text).toContain('Thôi uỷ quyền');
    const sms = smsText(words.out?.sms ?? '', 'https://cho.example.vn/ban-hang/uy-quyen?ho=x');
    expect(sms).toMatch(/^Ho ong Nguyen Van A cho Hop tac xa Phuc Hoa lam thay/);
    expect(sms.length).toBeLessThanOrEqual(160);
    expect(delegationGiven('ho-1', { ...given, evidence: 'own-hand' }).out).toBeUndefined();
  });

  test('reads what was done for it in a day as one message', () => {
    const acts = Array.from({ length: 15 }, (_, index) => `Việc ${index + 1}`);
    const { text, out } = delegateActed('ho-1', { by: 'Lê Văn Quản', day: '2026-11-23', acts });
    expect(text).toContain('Ngày 23/11/2026, Lê Văn Quản đã làm thay gian hàng của bạn: Việc 1; Việc 2;');
    expect(text).toContain('Việc 12; và 3 việc khác.');
    expect(out?.fields.so_viec).toBe('15');
  });

  test('is not woken at night', () => {
    const at = (time: string) => goesOutAt(new Date(time)).toISOString();
    expect(at('2026-11-23T02:00:00Z')).toBe('2026-11-23T02:30:00.000Z');
    expect(at('2026-11-23T13:29:00Z')).toBe('2026-11-23T13:59:00.000Z');
    expect(at('2026-11-23T13:45:00Z')).toBe('2026-11-24T00:00:00.000Z');
    expect(at('2026-11-23T20:00:00Z')).toBe('2026-11-24T00:00:00.000Z');
    expect(at('2026-12-31T17:00:00Z')).toBe('2027-01-01T00:00:00.000Z');
  });
});
