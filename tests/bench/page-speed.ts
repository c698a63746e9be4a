import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { handset } from './page-weight.ts';

/** A line and a phone, as `vung-sau` is a cell's edge and the phone that was given away. */
export interface Profile {
  name: 'chuan' | 'vung-sau';
  roundTrip: number;
  /** Bits a second. */
  down: number;
  up: number;
  /** How fast the phone's processor is, by Lighthouse's benchmark index. */
  index: number;
}

/** A mid-tier phone is a good desktop (1,750) slowed four times, a low-end one ten times: Lighthouse's table. */
export const profiles: readonly Profile[] = [
  { name: 'chuan', roundTrip: 150, down: 1_600_000, up: 750_000, index: 437 },
  { name: 'vung-sau', roundTrip: 400, down: 400_000, up: 150_000, index: 175 },
];

export interface Speed {
  /** Milliseconds until the largest content was painted. */
  lcp: number;
  /** Milliseconds the main thread was blocked beyond 50 ms at a time, from the first byte on. */
  tbt: number;
  /** The longest time from a touch or a key to the next frame. */
  inp: number;
  /** How much moved that nobody had touched. */
  cls: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The median of so many visits, each with nothing kept from the one before. */
export const speedOf = async (
  browser: Browser,
  url: string,
  {
    profile,
    slowdown,
    storageState,
    times = 3,
  }: {
    profile: Profile;
    slowdown: number;
    storageState: BrowserContextOptions['storageState'] | undefined;
    times?: number;
  },
): Promise<Speed> => {
  const visits: Speed[] = [];
  for (let time = 0; time < times; time += 1) {
    visits.push(await visit(browser, url, { profile, slowdown, storageState }));
  }
  return {
    lcp: median(visits.map(({ lcp }) => lcp)),
    tbt: median(visits.map(({ tbt }) => tbt)),
    inp: median(visits.map(({ inp }) => inp)),
    cls: median(visits.map(({ cls }) => cls)),
  };
};

const visit = async (
  browser: Browser,
  url: string,
  {
    profile,
    slowdown,
    storageState,
  }: { profile: Profile; slowdown: number; storageState: BrowserContextOptions['storageState'] | undefined },
): Promise<Speed> => {
  const context = await browser.newContext({ ...handset, ...(storageState ? { storageState } : {}) });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await hold(session, profile, slowdown);
    await page.addInitScript(watch);
    // A browser that comes for the first time looks up the name, connects and agrees on keys: three ways there and back that
    // the developer tools' own throttling leaves out.
    await page.route(url, async (route) => {
      await sleep(3 * profile.roundTrip);
      await route.continue();
    });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForLoadState('networkidle', { timeout: 60_000 });
    await sleep(300);
    const seen = await page.evaluate(() => ({ ...(window as unknown as Watched).seen }));
    await touch(page);
    await sleep(400);
    const inp = await page.evaluate(() => (window as unknown as Watched).seen.inp);
    return { ...seen, inp };
  } finally {
    await context.close();
  }
};

const hold = async (session: CDPSession, { roundTrip, down, up }: Profile, slowdown: number): Promise<void> => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: down / 8,
    uploadThroughput: up / 8,
    connectionType: 'cellular3g',
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
};

interface Watched {
  seen: Speed;
}

/** Runs in the page before anything of its own does. */
const watch = (): void => {
  const seen: Speed = { lcp: 0, tbt: 0, inp: 0, cls: 0 };
  (window as unknown as Watched).seen = seen;
  const observe = (type: string, each: (entry: never) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) each(entry as never);
    }).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', (entry: PerformanceEntry) => {
    seen.lcp = Math.max(seen.lcp, entry.startTime);
  });
  observe('longtask', (entry: PerformanceEntry) => {
    seen.tbt += Math.max(0, entry.duration - 50);
  });
  observe('layout-shift', (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) seen.cls += entry.value;
  });
  observe(
    'event',
    (entry: PerformanceEntry & { interactionId: number }) => {
      if (entry.interactionId > 0) seen.inp = Math.max(seen.inp, entry.duration);
    },
    { durationThreshold: 16 },
  );
};

/** What a hand does on a page without leaving it: touches it, opens what is folded, presses a step, types into a box. */
const touch = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().tap();
  const fold = page.locator('main summary:visible').first();
  if (await fold.count()) await fold.tap();
  const step = page.locator('main [data-by="1"]:visible').first();
  if (await step.count()) await step.tap();
  const choice = page.locator('main label:has(input[type=radio]):visible').first();
  if (await choice.count()) await choice.tap();
  const box = page.locator('input[type=search]:visible, main input[inputmode]:visible, main input[type=text]:visible');
  if (await box.count()) {
    await box.first().tap();
    await page.keyboard.type('vai', { delay: 120 });
  }
};

/** How fast this machine's browser is now, as Lighthouse counts it: short strings made and arrays copied in a second. */
export const benchmarkIndex = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  try {
    return await page.evaluate(() => {
      const strings = (): number => {
        const began = Date.now();
        let times = 0;
        while (Date.now() - began < 500) {
          let text = '';
          for (let at = 0; at < 10_000; at += 1) text += 'a';
          if (text.length === 1) throw new Error('will never happen, but keeps the work from being left out');
          times += 1;
        }
        return Math.round(times / 10 / ((Date.now() - began) / 1_000));
      };
      const arrays = (): number => {
        const numbers: unknown[] = Array.from({ length: 100_000 }, (_, at) => at);
        const texts: unknown[] = numbers.map(String);
        const began = Date.now();
        let times = 0;
        while (times % 10 !== 0 || Date.now() - began < 500) {
          const copy: unknown[] = [];
          for (const one of times % 2 === 0 ? numbers : texts) copy.push(one);
          if (copy.length === 1) throw new Error('will never happen');
          times += 1;
        }
        return Math.round(times / 10 / ((Date.now() - began) / 1_000));
      };
      return (strings() + arrays()) / 2;
    });
  } finally {
    await page.close();
  }
};
