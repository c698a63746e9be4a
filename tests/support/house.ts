import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSystem } from '../../infra/local/system.ts';
import type { Provided } from './provided.ts';

/** The whole system from its production build, with demo data, on free ports. `npm test` has built it before. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cho-phien-house-'));
  const lines: string[] = [];
  const house = await startSystem({ dataDir, ports: 'free', log: (line) => lines.push(line) }).catch(
    (error: unknown) => {
      rmSync(dataDir, { recursive: true, force: true });
      throw error;
    },
  );
  const { urls, env }: { urls: Provided['urls']; env: Provided['houseEnv'] } = house;
  project.provide('urls', urls);
  project.provide('houseEnv', env);
  return async () => {
    await house.stop();
    rmSync(dataDir, { recursive: true, force: true });
    // A process that died under a journey is a failure even when every page still came.
    if (lines.length > 0) throw new Error(`processes died during the journeys:\n${lines.join('\n')}`);
  };
};
