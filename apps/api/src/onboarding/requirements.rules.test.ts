import { addDays } from '@chophien/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, evaluate, type Facts, inForce, type RequirementRow } from './requirements.rules.ts';
import { asIf, stateOn } from './rule.rules.ts';
import { lapses, missingAtAll, missingToHandIn, notMet, tasks } from './tasks.rules.ts';

const row = (over: Partial<RequirementRow> = {}): RequirementRow => ({
  rule: 'food-safety',
  version: 1,
  title: 'An toàn thực phẩm',
  hint: 'Gửi giấy',
  task: 'food-safety',
  kind: 'verified',
  due: 'before-selling',
  needs: [],
  producerKinds: ['household'],
  groups: ['trai-cay'],
  papers: ['food-safety-certificate', 'food-safety-commitment'],
  verifier: 'commune-officer',
  validMonths: 36,
  legalRef: 'Nghị định 15/2018',
  validFrom: '2026-07-01',
  validTo: null,
  province: null,
  ...over,
});
const named = row({
  rule: 'stall-named',
  task: 'stall',
  kind: 'computed',
  due: 'before-submission',
  needs: ['answer:name', 'answer:address|sub-area'],
  groups: null,
  papers: [],
  validMonths: null,
});
const identity = row({
  rule: 'identity',
  task: 'identity',
  due: 'before-approval',
  needs: ['identity'],
  groups: null,
  papers: [],
});
const facts = (over: Partial<Facts> = {}): Facts => ({
  kind: 'household',
  province: '24',
  answers: new Map(),
  groups: ['trai-cay'],
  consents: new Set(),
  identity: null,
  papers: [],
  attestations: [],
  taxCode: null,
  bank: false,
  grace: null,
  ...over,
});
const paper = (over: Partial<Facts['papers'][number]> = {}): Facts['papers'][number] => ({
  id: 'p',
  kind: 'food-safety-certificate',
  state: 'verified',
  issuedOn: null,
  expiresOn: null,
  handedInAt: '2026-07-10T03:00:00Z',
  reason: null,
  ...over,
});
const when = { day: '2026-11-23', soon: 60 };
const stateOf = (one: RequirementRow, known: Partial<Facts>) => evaluate([one], facts(known), when)[0]?.state;
const attested = (state: 'waiting' | 'verified' | 'refused', until: string | null = null) => [
  {
    requirement: 'food-safety',
    state,
    reason: null,
    until,
    basis: 'commitment' as const,
    basisReason: null,
    said: true,
  },
];

describe('a requirement', () => {
  test.each([
    ['missing', {}],
    ['waiting', { papers: [paper({ state: 'waiting' })] }],
    ['refused', { papers: [paper({ state: 'refused', reason: 'mờ' })] }],
    ['missing', { papers: [paper({ state: 'replaced' })] }],
    ['missing', { papers: [paper({ kind: 'ocop' })] }],
    ['met', { papers: [paper({ expiresOn: '2027-06-01' })] }],
    ['expiring', { papers: [paper({ expiresOn: '2027-01-22' })] }],
    ['met', { papers: [paper({ expiresOn: '2027-01-23' })] }],
    ['expiring', { papers: [paper({ expiresOn: '2026-11-23' })] }],
    ['expired', { papers: [paper({ expiresOn: '2026-11-22' })] }],
    ['expired', { papers: [paper({ state: 'expired', expiresOn: '2026-11-01' })] }],
    ['expired', { papers: [paper({ issuedOn: '2023-11-01' })] }],
    ['met', { papers: [paper({ expiresOn: '2026-11-22' }), paper({ expiresOn: '2028-01-01' })] }],
    ['waiting', { papers: [paper({ state: 'expired', expiresOn: '2026-11-01' }), paper({ state: 'waiting' })] }],
    ['waiting', { attestations: attested('waiting') }],
    ['met', { attestations: attested('verified') }],
    ['expired', { attestations: attested('verified', '2026-11-22') }],
    ['refused', { attestations: attested('refused') }],
    ['expiring', { grace: '2027-06-30' }],
    ['missing', { grace: '2026-11-22' }],
  ] as const)('is %s with %j', (state, known) => {
    expect(stateOf(row(), known as Partial<Facts>)).toBe(state);
  });

  test('of the head is met by an officer’s look at the card, and by VNeID alone where that is asked', () => {
    const proof = { method: 'manual', state: 'verified', reason: null, until: null };
    expect(stateOf(identity, { identity: proof })).toBe('met');
    expect(stateOf(identity, { identity: { ...proof, state: 'waiting' } })).toBe('waiting');
    expect(stateOf(row({ ...identity, needs: ['identity:vneid'] }), { identity: proof })).toBe('missing');
  });

  test('that is computed names the answers it lacks; one of two is enough', () => {
    const known = facts({ answers: new Map([['sub-area', 'Thôn Quất Du']]) });
    const views = evaluate([named, identity, row()], known, when);
    expect(missingToHandIn(views, known, [named, identity, row()])).toEqual(['name', 'identity']);
    expect(missingAtAll(views, known, [named, identity, row()])).toEqual(['name', 'identity', 'food-safety']);
    expect(notMet(views, known, 'approval')).toEqual(['stall-named', 'identity']);
    expect(
      tasks(views, known, { rows: [named, identity, row()], remarks: [{ item: 'name', reason: 'dài' }] }),
    ).toMatchObject([
      { id: 'stall', state: 'returned', remarks: [{ item: 'name' }] },
      { id: 'identity', state: 'todo', missing: ['identity'] },
      { id: 'food-safety', state: 'todo' },
    ]);
  });

  test('for groups that are not sold is not asked for, and still keeps them from being sold', () => {
    const flowers = facts({ groups: ['hoa-cay-canh'] });
    const views = evaluate([row()], flowers, when);
    expect(notMet(views, flowers, 'selling')).toEqual([]);
    expect(lapses(views)).toEqual([{ requirement: 'food-safety', groups: ['trai-cay'] }]);
  });
});

describe('a version', () => {
  test('holds from its day until the next one; a province’s own goes before the country’s', () => {
    const later = row({ version: 2, validFrom: '2026-11-23' });
    const ahead = row({ version: 3, validFrom: '2027-01-01' });
    const local = row({ version: 4, province: '24' });
    const of = (province: string, rows: RequirementRow[], day = when.day) =>
      inForce(rows, { kind: 'household', province }, day).map(({ version }) => version);
    expect(of('24', [row(), later, ahead])).toEqual([2]);
    expect(of('24', [row(), later, ahead], '2026-11-22')).toEqual([1]);
    expect(of('24', [row(), later, local])).toEqual([4]);
    expect(of('82', [row(), later, local])).toEqual([2]);
    expect(of('24', [row({ validTo: '2026-11-22' })])).toEqual([]);
    expect(of('24', [row(), row({ version: 2, validFrom: '2026-08-01', producerKinds: ['cooperative'] })])).toEqual([]);
  });

  test('is said to be ahead, in force, or over', () => {
    const one = {
      id: 'a',
      rule: 'x',
      version: 1,
      state: 'approved',
      validFrom: '2026-07-01',
      validTo: null,
      province: null,
    } as const;
    const two = { ...one, id: 'b', version: 2, validFrom: '2026-12-01' };
    expect([stateOn(one, [one, two], '2026-11-23'), stateOn(two, [one, two], '2026-11-23')]).toEqual([
      'in-force',
      'approved',
    ]);
    expect([stateOn(one, [one, two], '2026-12-01'), stateOn(two, [one, two], '2026-12-01')]).toEqual([
      'ended',
      'in-force',
    ]);
    expect(stateOn({ ...one, validTo: '2026-11-22' }, [one], '2026-11-23')).toBe('ended');
    expect(asIf([row()], row({ version: 2, validFrom: '2030-01-01' }), '2026-11-23').map((r) => r.validFrom)).toEqual([
      '2026-07-01',
      '2026-11-23',
    ]);
  });

  test('some months on is the same day, or that month’s last', () => {
    expect([addMonths('2026-11-23', 36), addMonths('2026-01-31', 1), addMonths('2024-02-29', 12)]).toEqual([
      '2029-11-23',
      '2026-02-28',
      '2025-02-28',
    ]);
  });
});

describe('always', () => {
  const old = row({ validFrom: '2020-01-01' });
  const day = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2024-01-01', count));
  const anyPaper = fc.record({
    id: fc.constant('p'),
    kind: fc.constantFrom('food-safety-certificate' as const, 'food-safety-commitment' as const, 'ocop' as const),
    state: fc.constantFrom(
      'waiting' as const,
      'verified' as const,
      'refused' as const,
      'expired' as const,
      'replaced' as const,
    ),
    issuedOn: fc.option(day),
    expiresOn: fc.option(day),
    handedInAt: day.map((one) => `${one}T03:00:00Z`),
    reason: fc.constant(null),
  });
  const anyAttestation = fc.record({
    requirement: fc.constant('food-safety'),
    state: fc.constantFrom('waiting' as const, 'verified' as const, 'refused' as const),
    reason: fc.constant(null),
    until: fc.option(day),
    basis: fc.constant('commitment' as const),
    basisReason: fc.constant(null),
    said: fc.constant(true),
  });
  const anyFacts = fc
    .record({ papers: fc.array(anyPaper, { maxLength: 4 }), attestations: fc.array(anyAttestation, { maxLength: 2 }) })
    .map((known) => facts(known));
  const order = ['missing', 'refused', 'expired', 'waiting', 'expiring', 'met'];

  test('one more piece of evidence never makes a requirement stand worse', () => {
    fc.assert(
      fc.property(anyFacts, anyPaper, day, (known, more, today) => {
        const of = (given: Facts) => evaluate([old], given, { day: today, soon: 60 })[0]?.state as string;
        expect(order.indexOf(of({ ...known, papers: [...known.papers, more] }))).toBeGreaterThanOrEqual(
          order.indexOf(of(known)),
        );
      }),
    );
  });

  test('time alone moves it only from met to expiring to expired, or lets a thing that waits be seen', () => {
    fc.assert(
      fc.property(anyFacts, day, fc.integer({ min: 0, max: 400 }), (known, today, later) => {
        const of = (one: string) => evaluate([old], known, { day: one, soon: 60 })[0]?.state as string;
        const [before, after] = [of(today), of(addDays(today, later))];
        if (before !== after) {
          expect(['met', 'expiring']).toContain(before);
          expect(order.indexOf(after)).toBeLessThan(order.indexOf(before));
          expect(['expiring', 'expired', 'waiting']).toContain(after);
        }
      }),
    );
  });
});
