import { expect, test } from 'vitest';
import { tally } from './tally.ts';

const file = (status: string, ...tests: [string, string][]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, one]) => ({ fullName, status: one })),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

test('tests are counted, not files', () => {
  expect(tally(report(file('failed', ['a', 'passed'], ['b', 'failed']), file('passed', ['c', 'passed'])))).toEqual({
    passed: 2,
    failed: 1,
    skipped: [],
  });
});

test('a file that could not be loaded is a failure, although no test of it ran', () => {
  expect(tally(report(file('failed')))).toMatchObject({ passed: 0, failed: 1 });
});

test('what did not run is named', () => {
  expect(
    tally(report(file('passed', ['a', 'passed'], ['b on Meilisearch', 'skipped'], ['c', 'todo']))).skipped,
  ).toEqual(['b on Meilisearch', 'c']);
});
