import { ApplicationStatus } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { saysTheSame, shaped, stands } from './answer.rules.ts';
import { fateOf, mayStep, notOwn, step } from './application.rules.ts';
import { basisProblem } from './attestation.rules.ts';
import { isOwnName } from './payout.rules.ts';
import { isTaxCode } from './tax-code.rules.ts';

test('an application goes only these ways', () => {
  const all = ApplicationStatus.options;
  expect(all.flatMap((from) => all.filter((to) => mayStep(from, to)).map((to) => `${from} → ${to}`))).toEqual([
    'draft → submitted',
    'draft → closed',
    'submitted → in-review',
    'submitted → closed',
    'in-review → returned',
    'in-review → approved',
    'in-review → closed',
    'returned → submitted',
    'returned → closed',
    'approved → active',
    'approved → closed',
    'active → suspended',
    'active → closed',
    'suspended → active',
    'suspended → closed',
  ]);
  expect(() => step('draft', 'approved')).toThrow('onboarding.illegal-step');
});

test('what may be answered in which state', () => {
  expect(
    ['draft', 'returned', 'submitted', 'in-review', 'active', 'closed'].map((status) =>
      fateOf(status as 'draft', 'name'),
    ),
  ).toEqual(['kept', 'kept', 'refused', 'refused', 'wish', 'refused']);
  expect(fateOf('active', 'story')).toBe('kept');
  expect(fateOf('active', 'commune')).toBe('refused');
});

test('nobody decides about her own household, by herself or by her number', () => {
  const own = { people: ['a', null], phones: ['+84900000001'] };
  expect(() => notOwn({ id: 'a', phone: undefined }, own)).toThrow('onboarding.own-application');
  expect(() => notOwn({ id: 'b', phone: '+84900000001' }, own)).toThrow('onboarding.own-application');
  expect(() => notOwn({ id: 'b', phone: '+84900000002' }, own)).not.toThrow();
});

test('of two answers the later stands, and of one moment the same one on every phone', () => {
  const at = (seconds: number) => new Date(seconds * 1_000);
  expect(stands({ value: 'b', at: at(2) }, { value: 'a', at: at(1) })).toBe(true);
  expect(stands({ value: 'b', at: at(1) }, { value: 'a', at: at(2) })).toBe(false);
  const [one, two] = [
    { value: 'a', at: at(1) },
    { value: 'b', at: at(1) },
  ];
  expect([stands(one, two), stands(two, one)]).toEqual([false, true]);
  expect(stands(one, one)).toBe(false);
});

test('an answer’s shape is its item’s; an empty one is one taken back', () => {
  const now = new Date('2026-11-23T03:00:00Z');
  const [crops, story] = shaped(
    [
      { item: 'crops', value: ['tea', 'lychee', 'tea'], at: '2030-01-01T00:00:00Z' },
      { item: 'story', value: '  ', at: '2026-11-23T02:00:00Z' },
    ],
    now,
  );
  expect(crops).toEqual({ item: 'crops', value: ['lychee', 'tea'], at: new Date('2026-11-23T03:05:00Z') });
  expect(story?.value).toBeNull();
  expect(saysTheSame(['a'], ['a'])).toBe(true);
  const wrong = [
    { item: 'kind', value: 'company', at: '2026-11-23T02:00:00Z' },
    { item: 'name', value: ['hai', 'tên'], at: '2026-11-23T02:00:00Z' },
    { item: 'story', value: 'x'.repeat(601), at: '2026-11-23T02:00:00Z' },
  ] as const;
  for (const one of wrong) expect(() => shaped([one as never], now)).toThrow('platform.invalid-input');
});

test('a tax code ends with the digit its others give', () => {
  expect(['9999999997', '9999999997-002', '9999999997002', '024190001234'].map(isTaxCode)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['9999999998', '999999999', '9999999996-002', 'abc'].map(isTaxCode)).toEqual([false, false, false, false]);
});

test('an account is one’s own when the bank’s capitals say the verified name', () => {
  const own = { kind: 'household', stall: 'Vườn vải', verifiedName: 'Nguyễn Thị Đào' };
  expect(isOwnName('NGUYEN THI  DAO', own)).toBe(true);
  expect(isOwnName('NGUYEN THI DAO', { ...own, verifiedName: null })).toBe(false);
  expect(isOwnName('HTX VUON VAI', { kind: 'cooperative', stall: 'HTX Vườn Vải', verifiedName: null })).toBe(true);
  expect(isOwnName('TRAN VAN KHAC', own)).toBe(false);
});

test('an exemption says why, a certificate is a paper of that kind', () => {
  const food = { papers: ['food-safety-certificate', 'food-safety-commitment'], kind: 'verified' } as const;
  const field = (given: Parameters<typeof basisProblem>[0]) => basisProblem(given, food)?.field;
  expect(field({ basis: 'exemption', reason: null, paper: null })).toBe('reason');
  expect(field({ basis: 'exemption', reason: 'a', paper: null })).toBeUndefined();
  expect(field({ basis: 'certificate', reason: null, paper: null })).toBe('paper');
  expect(field({ basis: 'certificate', reason: null, paper: 'food-safety-commitment' })).toBe('paper');
  expect(field({ basis: 'certificate', reason: null, paper: undefined })).toBe('paper');
  expect(field({ basis: 'certificate', reason: null, paper: 'food-safety-certificate' })).toBeUndefined();
  expect(field({ basis: 'commitment', reason: null, paper: null })).toBeUndefined();
  expect(field({ basis: 'attested', reason: null, paper: null })).toBe('basis');
});
