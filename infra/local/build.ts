import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { Fault, sentence } from './fault.mjs';
import { once } from './once.ts';
import { inRoot } from './paths.ts';

const stampFile = inRoot('node_modules', '.cho-phien-build.json');
const outputs = ['apps/api/dist', 'apps/sandbox/dist', 'apps/storefront/build', 'apps/office/build'];

/** Production builds of everything. Answers `undefined` after a build, or why none was needed. */
export const build = async (signal?: AbortSignal): Promise<string | undefined> => {
  const wanted = fingerprint();
  if (built(wanted)) return 'không có gì đổi';
  return alone(inRoot('node_modules', '.cho-phien-build.lock'), async () => {
    if (built(wanted)) return 'không có gì đổi';
    const env = { ...process.env, NODE_ENV: 'production' };
    await once('turbo run build', ['turbo', 'run', 'build', '--output-logs=errors-only'], {
      cwd: inRoot(),
      env,
      signal,
    });
    writeFileSync(stampFile, JSON.stringify({ wanted }));
    return undefined;
  });
};

const built = (wanted: string): boolean => {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { wanted: string };
    return stamp.wanted === wanted && outputs.every((folder) => existsSync(inRoot(folder)));
  } catch {
    return false;
  }
};

const made = new Set(['node_modules', 'dist', 'build', '.turbo', '.react-router', '.data', 'coverage']);

/** Of every file a build reads: sources and manifests, without tests. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'turbo.json', 'tsconfig.base.json']) {
    hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)));
  }
  const walk = (folder: string): void => {
    const entries = readdirSync(inRoot(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !made.has(entry.name)) walk(path);
      else if (entry.isFile() && !/\.test\.tsx?$|\.log$/.test(entry.name)) {
        hash.update(`\0${path}\0`).update(readFileSync(inRoot(path)));
      }
    }
  };
  walk('apps');
  walk('packages');
  return hash.digest('hex');
};

if (import.meta.main) {
  try {
    console.log((await build()) ?? 'Đã dựng xong.');
  } catch (error) {
    console.error(error instanceof Fault ? error.message : sentence(error, 'Dựng (build)'));
    process.exit(1);
  }
}
