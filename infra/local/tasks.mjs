// What each `npm run <task>` starts once the toolchain is ready. Every command runs in the checkout's root.

/** TypeScript as it is: Node strips the types, and workspace packages are read from their sources. */
const script = (/** @type {string} */ file) => (/** @type {string[]} */ args) => [
  'node',
  '--conditions=@chophien/source',
  '--disable-warning=ExperimentalWarning',
  file,
  ...args,
];
/** The same on a build of today's sources. */
const built = (/** @type {string} */ file) => (/** @type {string[]} */ args) =>
  script('infra/local/built.ts')([file, ...args]);
const command =
  (/** @type {string[]} */ ...words) =>
  (/** @type {string[]} */ args) => [...words, ...args];

/** @type {Record<string, (args: string[]) => string[]>} */
export const tasks = {
  start: script('infra/local/start.ts'),
  test: script('infra/local/test.ts'),
  unit: command('vitest', 'run', '--project', 'unit'),
  props: script('infra/local/props.ts'),
  check: script('infra/local/check.ts'),
  format: command('biome', 'format', '--write', '.'),
  build: script('infra/local/build.ts'),
  dev: script('infra/local/dev.ts'),
  journey: built('tests/journeys/run.ts'),
  bench: built('tests/bench/run.ts'),
  chaos: built('tests/chaos/run.ts'),
  operate: script('infra/local/operate.ts'),
  openapi: script('infra/local/openapi.ts'),
  'db:new': script('infra/local/new-migration.ts'),
  'db:migrate': script('infra/local/migrate.ts'),
};
