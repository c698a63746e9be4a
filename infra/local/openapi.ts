import { build } from './build.ts';
import { inApi } from './in-api.ts';
import { inRoot } from './paths.ts';

// Prints the contracts as apps/api/openapi.json; needs no database.
await inApi('dist/src/openapi.js', [inRoot('apps/api/openapi.json')], async () => {
  await build();
  return {};
});
