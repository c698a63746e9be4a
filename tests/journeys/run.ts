import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from '../../infra/local/build.ts';
import { inRoot } from '../../infra/local/paths.ts';
import { runningSystem, startSystem } from '../../infra/local/system.ts';
import { browse } from './browser.ts';
import { listing } from './listing.ts';
import { mainJob } from './main-job.ts';
import { onboarding } from './onboarding.ts';
import type { House } from './people.ts';
import type { Journey, Look } from './step.ts';

/**
 * `npm run journey [main-job|onboarding|listing]`: what people come for, against the system that runs or one started for it; without a
 * name all of it. Prints what was seen at each step and how long it took, leaves a picture of each screen at 360 px (an
 * official's at 1280 px too), and ends with 1 at the first thing that is not true.
 */
const journeys: Record<string, (browser: Browser, house: House) => Promise<Journey>> = {
  'main-job': mainJob,
  onboarding,
  listing,
};
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(journeys, name));
if (unknown !== undefined) {
  console.error(`Không có hành trình "${unknown}". Có: ${Object.keys(journeys).join(', ')}.`);
  process.exit(2);
}
const chosen = asked.length > 0 ? asked : Object.keys(journeys);

const pictures = inRoot('.data', 'journey');
const running = runningSystem();
if (!running) await build();
const own = running
  ? undefined
  : await startSystem({ dataDir: '.data/journey-house', ports: 'free', log: console.log });
const house: House = running ?? own!;
console.log(`${running ? 'Hệ thống đang chạy' : 'Hệ thống riêng'}: ${house.urls.storefront}  ${house.urls.office}`);

/** Keeps pictures of one step: the screens on the way, and the one it ends with. */
const photographer = (folder: string, number: string): Look => {
  let count = 0;
  return async (page) => {
    const path = (width: string) => join(folder, `${number}-${String(count).padStart(2, '0')}${width}.png`);
    count += 1;
    await page.screenshot({ path: path(''), fullPage: true });
    if (!page.url().startsWith(house.urls.office!)) return;
    const phone = page.viewportSize()!;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.screenshot({ path: path('-1280'), fullPage: true });
    await page.setViewportSize(phone);
  };
};

/** Walks one journey to its end or to the first thing that is not true. */
const walk = async (name: string, browser: Browser): Promise<boolean> => {
  const folder = join(pictures, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log(`\n${name}`);
  const { steps, close } = await journeys[name]!(browser, house);
  try {
    for (const [index, step] of steps.entries()) {
      const began = performance.now();
      const number = String(index + 1).padStart(2, '0');
      const look = photographer(folder, number);
      let failed = false;
      const seen = await step.run(look).catch((error: unknown) => {
        failed = true;
        return error instanceof Error ? error.message : String(error);
      });
      const seconds = ((performance.now() - began) / 1_000).toFixed(1).replace('.', ',');
      console.log(`${failed ? '✗' : '✓'} ${number}  ${step.name.padEnd(72)} ${seconds.padStart(5)} s  ${seen}`);
      await pictureOf(look, step.screen());
      if (failed) return false;
    }
    return true;
  } finally {
    await close();
  }
};

/** The last picture of a step; a page that cannot be pictured does not hide why the step failed. */
const pictureOf = (look: Look, page: Page): Promise<void> =>
  look(page).catch((error: unknown) => console.error(`   không chụp được màn hình: ${String(error)}`));

const browser = await browse();
let held = true;
try {
  for (const name of chosen) held = held && (await walk(name, browser));
} finally {
  await browser.close();
  await own?.stop();
}
console.log(`\nẢnh từng màn hình: ${pictures}`);
process.exit(held ? 0 : 1);
