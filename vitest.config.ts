import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

/** Property tests look deeper when FC_RUNS says how often (`npm run props`). */
const setupFiles = process.env.FC_RUNS ? ['tests/support/properties.ts'] : [];

const rules = 'apps/api/src/**/*.rules.test.ts';
const perFile = { testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  // Workspace packages from their sources. An alias, because export conditions do not reach globalSetup.
  resolve: {
    alias: [
      { find: /^@chophien\/kernel$/, replacement: source('kernel') },
      { find: /^@chophien\/contracts$/, replacement: source('contracts') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            rules,
            'apps/sandbox/src/**/*.test.ts',
            'infra/local/*.test.ts',
          ],
          setupFiles,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // React Router's own plugin is for builds; its tests render routes directly.
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'sites',
          include: ['apps/{storefront,office}/app/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contexts',
          include: ['apps/api/{src,migrations}/**/*.test.ts'],
          exclude: [rules],
          globalSetup: ['tests/support/services.ts'],
          pool: 'forks',
          ...perFile,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/*.test.ts', 'tests/rights/*.test.ts'],
          globalSetup: ['tests/support/services.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/*.test.ts'],
          globalSetup: ['tests/support/house.ts'],
          setupFiles: ['tests/support/rested.ts'],
          pool: 'forks',
          // One house, one browser at a time: what a person sees must not depend on who else is measured.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
