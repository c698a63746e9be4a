import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endpoints, printed } from './openapi.ts';

test.each(Object.entries(printed()))('%s is what the contracts say today: npm run openapi prints it', (file, text) => {
  const committed = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  expect(committed === text, `${file} is stale`).toBe(true);
});

test('every address that is not public says whose things it opens', () => {
  const silent = endpoints.filter(({ endpoint }) => endpoint.needs !== 'public' && !endpoint.reach);
  expect(silent.map(({ name }) => name)).toEqual([]);
});
