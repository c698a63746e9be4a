/**
 * Packs the built files of a site once, as hard as brotli can: `node precompress.mjs build/client`. Refuses a build that would
 * send the contracts' checker to a browser: it is larger than everything else together, and nothing there needs it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const directory = process.argv[2] ?? 'build/client';
for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(css|js|svg|txt|webmanifest)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const body = readFileSync(file);
  if (body.includes('_zod')) throw new Error(`${file} carries zod: import types only, or check on the server`);
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (packed.length < body.length) writeFileSync(`${file}.br`, packed);
}
