/**
 * Finishes what a browser may fetch of a built site: `node precompress.mjs build/client`.
 * Nothing is hydrated, so the framework's own scripts, those its manifest names, are asked for by no page: they go, and with them
 * whatever of the server's code they carry. What stays is packed once, as hard as brotli can.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const directory = process.argv[2] ?? 'build/client';

/** @returns {string[]} */
const files = () =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

for (const manifest of files().filter((file) => /manifest-\w+\.js$/.test(file))) {
  const named = readFileSync(manifest, 'utf8').matchAll(/"\/(assets\/[\w.-]+\.js)"/g);
  for (const [, script] of named) rmSync(join(directory, script), { force: true });
  rmSync(manifest, { force: true });
}

for (const file of files().filter((name) => /\.(css|js|svg|txt|webmanifest)$/.test(name))) {
  const body = readFileSync(file);
  if (body.includes('_zod')) throw new Error(`${file} carries zod: import types only, and check on the server`);
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (packed.length < body.length) writeFileSync(`${file}.br`, packed);
}
