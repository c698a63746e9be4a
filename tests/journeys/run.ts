import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../infra/local/build.ts';
import { inRoot } from '../../infra/local/paths.ts';
import { runningSystem, startSystem } from '../../infra/local/system.ts';
import { browse } from './browser.ts';
import { mainJob } from './main-job.ts';
import type { House } from './people.ts';

/**
 * `npm run journey`: the main job against the system that runs, or one started for it. Prints what was seen at each step and
 * how long it took, leaves a picture of each screen at 360 px, and ends with 1 at the first thing that is not true.
 */
const pictures = inRoot('.data', 'journey');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const running = runningSystem();
if (!running) await build();
const own = running
  ? undefined
  : await startSystem({ dataDir: '.data/journey-house', ports: 'free', log: console.log });
const house: House = running ?? own!;
console.log(`${running ? 'Hệ thống đang chạy' : 'Hệ thống riêng'}: ${house.urls.storefront}  ${house.urls.office}\n`);

const browser = await browse();
let failed = false;
try {
  const { steps, close } = await mainJob(browser, house);
  for (const [index, step] of steps.entries()) {
    const began = performance.now();
    const number = String(index + 1).padStart(2, '0');
    let seen: string;
    try {
      seen = await step.run();
    } catch (error) {
      failed = true;
      seen = error instanceof Error ? error.message : String(error);
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1).replace('.', ',');
    console.log(`${failed ? '✗' : '✓'} ${number}  ${step.name.padEnd(66)} ${seconds.padStart(5)} s  ${seen}`);
    await step.screen().screenshot({ path: join(pictures, `${number}.png`), fullPage: true });
    if (failed) break;
  }
  await close();
} finally {
  await browser.close();
  await own?.stop();
}
console.log(`\nẢnh từng màn hình (360 px): ${pictures}`);
process.exit(failed ? 1 : 0);
