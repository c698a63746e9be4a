import { delegable } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { delegationSentence, judgeDelegation, latestDay, roleSentence, rightWords } from './delegation.rules.ts';

const given = {
  giver: 'Hộ ông Nguyễn Văn A',
  receiver: 'Hợp tác xã Phúc Hòa',
  rights: ['listing.publish'],
  from: '2026-11-03',
  until: '2027-12-31',
  evidence: 'slip' as const,
};

describe('a delegation is one plain sentence', () => {
  test('that says who lets whom do what, until when, and how that is known', () => {
    expect(delegationSentence(given)).toBe(
      'Hộ ông Nguyễn Văn A cho Hợp tác xã Phúc Hòa đăng bán và sửa giá thay đến hết ngày 31/12/2027, theo phiếu có chữ ký ngày 03/11/2026.',
    );
    expect(delegationSentence({ ...given, rights: ['stock.change'], evidence: 'code' })).toBe(
      'Hộ ông Nguyễn Văn A cho Hợp tác xã Phúc Hòa sửa số lượng hàng thay đến hết ngày 31/12/2027, theo mã xác nhận gửi đến điện thoại của hộ ngày 03/11/2026.',
    );
  });

  test('that names several things in a row a person can follow', () => {
    const rights = ['producer.prepare', 'paper.hand-in', 'listing.publish'];
    expect(delegationSentence({ ...given, rights, evidence: 'own-hand' })).toContain(
      'ghi hồ sơ gian hàng, nộp giấy tờ, và đăng bán và sửa giá thay đến hết ngày 31/12/2027, hộ tự xác nhận trên Chợ Phiên ngày 03/11/2026.',
    );
    expect(delegationSentence({ ...given, rights: ['producer.prepare', 'stock.change'] })).toContain(
      'ghi hồ sơ gian hàng và sửa số lượng hàng thay',
    );
  });

  test('that says when it is over', () => {
    expect(delegationSentence({ ...given, ended: '2026-12-05' })).toBe(
      'Hộ ông Nguyễn Văn A đã thôi cho Hợp tác xã Phúc Hòa đăng bán và sửa giá thay từ ngày 05/12/2026.',
    );
  });

  test('and every right that can be given has its words', () => {
    for (const right of delegable) expect(rightWords[right]).toMatch(/^\p{Ll}/u);
    for (const role of ['producer', 'household-member', 'cooperative-manager'] as const) {
      expect(roleSentence('Bà Tư', role, 'Hộ bà Tư')).toMatch(/^Bà Tư là .+\.$/);
    }
  });
});

describe('what may be given', () => {
  const limit = { today: '2026-11-23', months: 24 };

  test('is never money, consent, people or delegation itself', () => {
    for (const right of ['payout.set', 'consent.give', 'delegation.give', 'member.manage', 'producer.submit', 'x']) {
      expect(() => judgeDelegation({ rights: ['stock.change', right], until: '2027-01-01' }, limit)).toThrow(
        expect.objectContaining({ code: 'identity.right-not-delegable', details: { rights: [right] } }),
      );
    }
    expect(() => judgeDelegation({ rights: [], until: '2027-01-01' }, limit)).toThrow('identity.right-not-delegable');
  });

  test('holds no longer than the rule of that day lets it, and not until yesterday', () => {
    for (const until of ['2028-11-24', '2026-11-22', '9999-12-31']) {
      expect(() => judgeDelegation({ rights: ['stock.change'], until }, limit)).toThrow(
        expect.objectContaining({ code: 'identity.delegation-too-long', details: { until: '2028-11-23' } }),
      );
    }
    expect(judgeDelegation({ rights: ['stock.change', 'stock.change'], until: '2028-11-23' }, limit)).toEqual([
      'stock.change',
    ]);
    expect(judgeDelegation({ rights: ['stock.change'], until: '2026-11-23' }, limit)).toEqual(['stock.change']);
  });

  test('ends on the last day of a shorter month', () => {
    expect(latestDay('2026-08-31', 6)).toBe('2027-02-28');
    expect(latestDay('2026-02-28', 24)).toBe('2028-02-28');
    expect(latestDay('2026-11-30', 3)).toBe('2027-02-28');
    expect(latestDay('2024-02-29', 12)).toBe('2025-02-28');
  });
});
