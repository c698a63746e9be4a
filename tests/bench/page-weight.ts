import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Figures } from './page-budget.ts';

/** A small phone of two dots to the pixel, held upright. */
export const handset: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};

type Kept = BrowserContextOptions['storageState'];

/** What one page weighs the first time it is opened, on a line that holds nothing back. */
export const weigh = async (
  browser: Browser,
  url: string,
  storageState: Kept,
): Promise<Figures & { status: number }> => {
  const context = await browser.newContext({ ...handset, ...(storageState ? { storageState } : {}) });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const got = new Map<string, { type: string; url: string; bytes: number }>();
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      got.set(requestId, { type, url: response.url, bytes: 0 });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const entry = got.get(requestId);
      if (entry) entry.bytes = encodedDataLength;
    });
    await watchLargest(page);
    const answer = await page.goto(url, { waitUntil: 'networkidle' });
    const html = (await answer?.text()) ?? '';
    const inline = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script:not([src])')]
        .filter((script) => !script.type.includes('json'))
        .map((script) => script.textContent)
        .join('\n'),
    );
    const above = new Set(await page.evaluate(picturesAbove));
    const largest = await page.evaluate(() => (window as unknown as Watched).largest);
    const all = [...got.values()].filter((entry) => !entry.url.startsWith('data:'));
    const sum = (which: (entry: { type: string; url: string }) => boolean) =>
      all.filter(which).reduce((total, { bytes }) => total + bytes, 0);
    const tag = largest?.found ? html.indexOf(largest.found) : -1;
    const picture = largest?.picture ? sum(({ url: at }) => at === largest.picture) : 0;
    return {
      status: answer?.status() ?? 0,
      html: sum(({ type }) => type === 'Document'),
      css: sum(({ type }) => type === 'Stylesheet'),
      js: sum(({ type }) => type === 'Script') + (inline ? gzipSync(inline).length : 0),
      fonts: sum(({ type }) => type === 'Font'),
      imagesAbove: sum(({ type, url: at }) => type === 'Image' && above.has(at)),
      firstView: sum(() => true),
      requests: all.length,
      thirdParties: new Set(all.map((entry) => new URL(entry.url).origin)).size - 1,
      ...(tag >= 0 ? { htmlBeforeLcp: gzipSync(html.slice(0, tag)).length } : {}),
      ...(picture ? { lcpPicture: picture } : {}),
    };
  } finally {
    await context.close();
  }
};

interface Watched {
  /** What of the page's text stands where its largest content is, and the picture it is, if it is one. */
  largest?: { found: string; picture: string };
}

const watchLargest = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element; url?: string })[]) {
        const { element } = entry;
        const found =
          element instanceof HTMLImageElement
            ? (element.getAttribute('src') ?? '')
            : (element?.textContent ?? '').trim().slice(0, 24);
        (window as unknown as Watched).largest = { found, picture: entry.url ?? '' };
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });

/** Addresses of the pictures that are seen before anybody scrolls. */
const picturesAbove = (): string[] =>
  [...document.images]
    .filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    })
    .map((image) => image.currentSrc);
