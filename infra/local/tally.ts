/** The part of Vitest's JSON report that is counted. */
export interface Report {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

export interface Tally {
  passed: number;
  failed: number;
  /** Tests that did not run although they are written. */
  skipped: string[];
}

/** Counts tests. A file that could not even be loaded counts as one failed test: nothing of it was seen to work. */
export const tally = (report: Report): Tally => {
  const all = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    passed: all.filter((one) => one.status === 'passed').length,
    failed: all.filter((one) => one.status === 'failed').length + brokenFiles.length,
    skipped: all.filter((one) => !['passed', 'failed'].includes(one.status)).map((one) => one.fullName),
  };
};
