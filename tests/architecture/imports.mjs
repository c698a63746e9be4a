// Who may import whom: three tables, turned into dependency-cruiser rules by loops. `npm run check` runs it over the
// repository, imports.test.ts over fixtures/ that break each rule once.

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/**
 * Each context, and the contexts whose door (`index.ts`) it may ask.
 * @type {Record<string, string[] | 'any door'>}
 */
export const mayAsk = {
  communes: [],
  identity: ['communes'],
  // What an application must show depends on the groups of goods, and is shown by papers.
  onboarding: ['identity', 'communes', 'catalogue', 'papers'],
  papers: ['identity', 'communes'],
  caseload: ['identity', 'communes', 'onboarding', 'papers'],
  training: ['identity', 'communes'],
  // Before anything is erased its parcels must have come to their end.
  support: ['identity', 'communes', 'onboarding', 'ordering'],
  // Whose parcel it is ordering knows; a deadline counts working days by support's holidays.
  complaints: ['communes', 'identity', 'ordering', 'support'],
  // Nobody lets her own household's goods be shown.
  catalogue: ['communes', 'identity', 'stock'],
  stock: [],
  // Goods come in through the acts a person uses, in the name of who handed the sheet in.
  sheets: ['identity', 'catalogue', 'stock'],
  lots: ['communes', 'catalogue'],
  coldchain: ['communes', 'catalogue', 'lots', 'logistics'],
  logistics: ['communes', 'catalogue'],
  ordering: ['catalogue', 'stock', 'lots', 'logistics'],
  // A transfer goes to the seller's own account, which onboarding keeps.
  payments: ['ordering', 'onboarding'],
  // What a line is to the tax law the catalogue knows; where a producer is paid, onboarding.
  settlement: ['ordering', 'payments', 'catalogue', 'onboarding'],
  channels: ['catalogue', 'stock', 'ordering'],
  // What a commune and its district were called before July 2025; which province a place named by a buyer lies in.
  search: ['catalogue', 'communes'],
  assessment: ['communes'],
  // Whom to tell and how to reach her: people by identity, guests who bought by ordering, whose goods run low by catalogue.
  notifications: ['identity', 'ordering', 'catalogue'],
  audit: ['communes', 'identity'],
  // Answers that show several contexts at once: may ask any door, owns no table, is asked by nobody.
  pages: 'any door',
};

/**
 * Each package and app: the packages of this repository it may import, and the libraries (`any`, or only these).
 * @type {Record<string, { imports: string[], libraries: string[] | 'any' }>}
 */
const workspace = {
  'packages/kernel': { imports: [], libraries: [] },
  'packages/contracts': { imports: ['packages/kernel'], libraries: ['zod'] },
  'packages/ui': {
    imports: ['packages/kernel', 'packages/contracts'],
    libraries: ['react', 'react-dom', 'react-router', '@types/react'],
  },
  'packages/site': { imports: ['packages/kernel', 'packages/contracts'], libraries: 'any' },
  'apps/storefront': {
    imports: ['packages/kernel', 'packages/contracts', 'packages/ui', 'packages/site'],
    libraries: 'any',
  },
  'apps/office': {
    imports: ['packages/kernel', 'packages/contracts', 'packages/ui', 'packages/site'],
    libraries: 'any',
  },
  'apps/sandbox': { imports: ['packages/kernel'], libraries: 'any' },
  'apps/api': { imports: ['packages/kernel', 'packages/contracts'], libraries: 'any' },
  'infra/local': { imports: [], libraries: 'any' },
};

const api = '^apps/api/src';
/** Tests, and what only tests use: `testing.ts` of a folder, `things.fixture.ts`. */
const test = '(\\.test\\.tsx?|\\.fixture\\.ts|/testing\\.ts|/testing/[a-z-]+\\.ts)$';
const contexts = Object.keys(mayAsk);
const anyContext = `${api}/(${contexts.join('|')})/`;
const asText = (/** @type {string} */ name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** @type {Rule[]} */
const doors = Object.entries(mayAsk).flatMap(
  /** @returns {Rule[]} */
  ([context, asked]) => {
    const own = `${api}/${context}/`;
    const open = asked === 'any door' ? contexts.filter((name) => name !== 'pages') : asked;
    return [
      {
        name: `${context} asks only ${asked === 'any door' ? 'doors' : open.join(', ') || 'nobody'}`,
        severity: 'error',
        from: { path: own, pathNot: test },
        to: { path: anyContext, pathNot: [own, ...open.map((name) => `${api}/${name}/index\\.ts$`)] },
      },
      {
        name: `a test of ${context} knocks at doors`,
        severity: 'error',
        from: { path: `${own}.+${test}` },
        // What a context gives other tests to use stands in its testing.ts and fixtures.
        to: {
          path: anyContext,
          pathNot: [own, `${api}/[^/]+/index\\.ts$`, `${api}/[^/]+/(testing|[a-z-]+\\.fixture)\\.ts$`],
        },
      },
      {
        name: `${context} imports only itself, platform, events and doors`,
        severity: 'error',
        from: { path: own, pathNot: test },
        to: { path: '^apps/api/', pathNot: [anyContext, `${api}/platform/`, `${api}/events\\.ts$`] },
      },
    ];
  },
);

/** @type {Rule[]} */
const packages = Object.entries(workspace).flatMap(
  /** @returns {Rule[]} */
  ([folder, { imports, libraries }]) => {
    const own = `^${folder}/`;
    /** @type {Rule[]} */
    const rules = [
      {
        name: `${folder} imports only ${imports.join(', ') || 'itself'} of this repository`,
        severity: 'error',
        from: { path: own, pathNot: test },
        to: {
          path: '^(apps|packages|infra|tests)/',
          // Libraries live in node_modules folders of apps and packages too.
          pathNot: [own, '(^|/)node_modules/', ...imports.map((name) => `^${name}/`)],
        },
      },
    ];
    if (libraries === 'any') return rules;
    const allowed = libraries.map((name) => `(^|/)node_modules/${asText(name)}/`);
    return [
      ...rules,
      {
        name: `${folder} uses only ${libraries.join(', ') || 'no library'}`,
        severity: 'error',
        from: { path: own, pathNot: test },
        to: { pathNot: [own, '^packages/', ...allowed] },
      },
    ];
  },
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...doors,
    ...packages,
    {
      name: 'rules are pure',
      comment:
        'A rule decides from what it is given: contracts, kernel and rules. The shape of a row (a type) is given too.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/.+\\.rules\\.ts$' },
      to: {
        pathNot: ['^packages/(kernel|contracts)/src/', '\\.rules\\.ts$', '^crypto$'],
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'rules know only the rules of their own context and of the platform',
      severity: 'error',
      from: { path: `${api}/([^/]+)/.*\\.rules\\.ts$` },
      to: { path: '\\.rules\\.ts$', pathNot: [`${api}/$1/`, `${api}/platform/`] },
    },
    {
      name: 'platform knows no context',
      severity: 'error',
      from: { path: [`${api}/platform/`, `${api}/events\\.ts$`], pathNot: test },
      to: {
        path: '^apps/api/',
        pathNot: [`${api}/platform/`, `${api}/events\\.ts$`, '^apps/api/migrations/index\\.ts$'],
      },
    },
    {
      name: 'nobody imports the place where it is put together',
      severity: 'error',
      from: { path: [anyContext, `${api}/platform/`], pathNot: test },
      to: { path: `${api}/(demo/|(subscriptions|clock|app\\.module|http|worker|migrate|operate|openapi)\\.ts$)` },
    },
    {
      name: 'a migration knows only SQL',
      comment:
        'What a migration did must not change with the code. Dated rows (`…-2026.ts`) are never edited, so it may read them.',
      severity: 'error',
      from: { path: '^apps/api/migrations/', pathNot: test },
      to: {
        path: '^(apps|packages)/',
        pathNot: ['^apps/api/migrations/', '-\\d{4}\\.ts$', '-\\d{4}-\\d{2}\\.ts$', '(^|/)node_modules/'],
      },
    },
    {
      name: 'nothing imports tests',
      severity: 'error',
      from: { pathNot: ['^tests/', test] },
      to: { path: ['^tests/', test] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      // Entities name each other as types only (`Relation<>`), which never runs.
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every import is there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\+types/', '^virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.react-router|\\.data|fixtures)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@chophien/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
