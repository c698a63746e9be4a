import { build } from './build.ts';
import { inApi } from './in-api.ts';
import { inRoot } from './paths.ts';

// Prints the contracts as apps/api/openapi.json and apps/api/RIGHTS.md; needs no database.
await inApi('dist/src/openapi.js', [inRoot('apps/api')], async () => {
  await build();
  return {};
});
