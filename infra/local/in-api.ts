import { spawn } from 'node:child_process';
import { sentence } from './fault.mjs';
import { inRoot } from './paths.ts';

/** Runs an entry of the built API with this terminal, and ends this process as it ended. */
export const inApi = async (
  entry: string,
  args: string[],
  environment: () => Promise<Record<string, string>>,
): Promise<void> => {
  try {
    const env = { ...process.env, ...(await environment()), TZ: 'UTC' };
    const child = spawn(process.execPath, ['--enable-source-maps', entry, ...args], {
      cwd: inRoot('apps/api'),
      env,
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('close', (code) => process.exit(code ?? 1));
  } catch (error) {
    console.error(sentence(error, entry));
    process.exit(1);
  }
};
