import { draftRule, type RuleVersion } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { draftIn, draftSentences, readBody } from './rule-body.ts';
import { bodyLines, grouped, notApprovable } from './rule-words.ts';

const form = (...pairs: [string, string][]): FormData => {
  const made = new FormData();
  for (const [name, value] of pairs) made.append(name, value);
  return made;
};

const typed: [string, string][] = [
  ['rule', 'food-safety'],
  ['title', 'Căn cứ an toàn thực phẩm'],
  ['hint', 'Nộp giấy chứng nhận hoặc bản cam kết.'],
  ['task', 'food-safety'],
  ['kind', 'verified'],
  ['due', 'before-selling'],
  ['producerKinds', 'household'],
  ['producerKinds', 'cooperative'],
  ['papers', 'food-safety-commitment'],
  ['verifier', 'commune-officer'],
  ['validMonths', '36'],
  ['legalRef', 'Nghị định 15/2018/NĐ-CP, Điều 12'],
  ['validFrom', '2027-01-01'],
  ['validTo', ''],
  ['province', ''],
];

const version = (change: Partial<RuleVersion>): RuleVersion => ({
  id: crypto.randomUUID(),
  rule: 'food-safety',
  title: 'Căn cứ an toàn thực phẩm',
  state: 'in-force',
  validFrom: '2026-07-01',
  validTo: null,
  legalRef: 'Nghị định 15/2018/NĐ-CP',
  body: {},
  draftedBy: 'Cán bộ mẫu',
  approvedBy: null,
  draftedAt: '2026-06-01T02:00:00Z',
  approvedAt: null,
  mayApprove: false,
  ...change,
});

test('a whole form is a draft as the contract has it', () => {
  const found = draftRule.body!.safeParse(draftIn(form(...typed)));
  expect(found.error?.issues ?? []).toEqual([]);
  expect(found.data).toMatchObject({
    producerKinds: ['household', 'cooperative'],
    groups: null,
    validMonths: 36,
    validTo: null,
  });
});

test('every field that can be refused is told what to do about it', () => {
  const issues = draftRule.body!.safeParse(draftIn(form())).error!.issues.map(({ path }) => String(path[0]));
  expect(issues.filter((field) => !draftSentences[field])).toEqual([]);
  expect(Object.keys(draftRule.body!.shape).filter((field) => !draftSentences[field])).toEqual([]);
});

test('a checker is asked for only where an official checks', () => {
  const attested = typed.map(([name, value]): [string, string] =>
    name === 'kind' ? [name, 'attested'] : [name, value],
  );
  expect(draftIn(form(...attested)).verifier).toBeNull();
  const nobody = typed.filter(([name]) => name !== 'verifier');
  expect(draftRule.body!.safeParse(draftIn(form(...nobody))).error!.issues[0]!.path).toEqual(['verifier']);
});

test('an older version that lacks a field is read as far as it goes', () => {
  expect(readBody({ hint: 'Nộp giấy.', kind: 'sworn', due: 'before-selling' })).toEqual({
    hint: 'Nộp giấy.',
    due: 'before-selling',
  });
  expect(bodyLines(version({ body: { hint: 'Nộp giấy.' } }))[0]).toEqual({
    word: 'Hướng dẫn cho hộ',
    value: 'Nộp giấy.',
  });
});

test('what is in force stands above what comes and what was', () => {
  const states = ['dropped', 'draft', 'ended', 'in-force', 'approved'] as const;
  const [found] = grouped(states.map((state) => version({ state })));
  expect(found!.versions.map(({ state }) => state)).toEqual(['in-force', 'approved', 'draft', 'ended', 'dropped']);
});

test('she who drafted sees why she cannot approve; another can', () => {
  expect(notApprovable(version({ state: 'draft' }))).toContain('không tự duyệt được');
  expect(notApprovable(version({ state: 'draft', mayApprove: true }))).toBeUndefined();
  expect(notApprovable(version({ state: 'ended' }))).toBeUndefined();
});
