import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import rules, { mayAsk } from './imports.mjs';

const fixtures = join(import.meta.dirname, 'fixtures', 'broken');

/** Which rules each file of the fixtures breaks. */
const broken = async (): Promise<Map<string, string[]>> => {
  const { forbidden, options } = rules;
  const { output } = await cruise(['apps', 'packages', 'tests'], {
    ...options,
    baseDir: fixtures,
    ruleSet: { forbidden },
    validate: true,
  });
  if (typeof output === 'string') throw new Error(output);
  const found = new Map<string, string[]>();
  for (const { from, rule } of output.summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
  return found;
};

const violations = await broken();

test.each([
  [
    'a window instead of a door',
    'apps/api/src/ordering/through-the-window.ts',
    'ordering asks only catalogue, stock, lots, logistics',
  ],
  ['a test that climbs in by a window', 'apps/api/src/ordering/order.test.ts', 'a test of ordering knocks at doors'],
  ['an arrow that is not in the table', 'apps/api/src/stock/asks-somebody.ts', 'stock asks only nobody'],
  ['a page that climbs in by a window', 'apps/api/src/pages/order-page.ts', 'pages asks only doors'],
  [
    'a context that asks a page',
    'apps/api/src/settlement/asks-a-page.ts',
    'settlement asks only ordering, payments, catalogue, onboarding',
  ],
  ['a rule that reads files or makes entities', 'apps/api/src/stock/level.rules.ts', 'rules are pure'],
  [
    "another context's rule",
    'apps/api/src/lots/borrowed.rules.ts',
    'rules know only the rules of their own context and of the platform',
  ],
  ['a platform that knows a context', 'apps/api/src/platform/knows-stock.ts', 'platform knows no context'],
  [
    'a context that reads the subscriptions',
    'apps/api/src/audit/reads-subscriptions.ts',
    'nobody imports the place where it is put together',
  ],
  ['a circle', 'apps/api/src/lots/egg.ts', 'no cycles'],
  ['a product that needs its tests', 'apps/api/src/lots/uses-tests.ts', 'nothing imports tests'],
  ['a migration that runs today’s code', 'apps/api/migrations/1-first.ts', 'a migration knows only SQL'],
  [
    'a product that knows the sandbox',
    'apps/api/src/payments/pays-the-sandbox.ts',
    'apps/api imports only packages/kernel, packages/contracts of this repository',
  ],
  [
    'a sandbox that knows our contracts',
    'apps/sandbox/src/bank.ts',
    'apps/sandbox imports only packages/kernel of this repository',
  ],
  [
    'a site that imports the API',
    'apps/storefront/app/reaches-the-api.ts',
    'apps/storefront imports only packages/kernel, packages/contracts, packages/ui, packages/site of this repository',
  ],
  [
    'contracts that know the API',
    'packages/contracts/src/knows-the-api.ts',
    'packages/contracts imports only packages/kernel of this repository',
  ],
  ['a kernel that reads files', 'packages/kernel/src/reads-files.ts', 'packages/kernel uses only no library'],
  ['an import of nothing', 'packages/ui/src/nowhere.ts', 'every import is there'],
])('%s is refused', (_what, file, rule) => {
  expect(violations.get(file)).toContain(rule);
});

test.each(['apps/api/src/ordering/through-the-door.ts', 'apps/api/src/stock/row.rules.ts'])(
  '%s is in order',
  (file) => {
    expect(violations.get(file)).toBeUndefined();
  },
);

test('no context can ask its way back to itself', () => {
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of mayAsk[from] === 'any door' ? [] : (mayAsk[from] ?? [])) {
      if (!seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  for (const context of Object.keys(mayAsk)) expect([...reach(context)], context).not.toContain(context);
});
