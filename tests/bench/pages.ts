import { gzipSync } from 'node:zlib';
import { client as callerOf, homePage } from '@chophien/contracts';
import { browse } from '../journeys/browser.ts';
import { benchSystem } from './bench-system.ts';
import { slugOf } from './goods.ts';

/** Hard budgets of a reading page, compressed bytes: what a worn phone on one bar can bear. */
const budget = { js: 5_000, html: 20_000, css: 15_000, firstView: 150_000, requests: 10 } as const;

interface Weight {
  html: number;
  css: number;
  js: number;
  images: number;
  firstView: number;
  requests: number;
  thirdParties: number;
}

/** Bytes of HTML, CSS, JS and pictures, and requests, of each reading page in a real browser at 360 × 640. */
export const pages = async (): Promise<boolean> => {
  const system = await benchSystem({ sites: true });
  const storefront = system.urls.storefront!;
  const home = await callerOf({ baseUrl: system.urls.api! })(homePage);
  const commune = home.communes[0]!;
  const paths = {
    home: '/',
    list: '/san-pham',
    search: '/tim?q=vai+thieu',
    product: `/san-pham/${slugOf(42)}`,
    commune: `/xa/${commune.code}/${commune.slug}`,
    producer: `/nha-vuon/${home.listings[0]!.producer.id}`,
    basket: '/gio-hang',
    track: '/tra-don',
    policy: '/chinh-sach',
  };
  const browser = await browse();
  try {
    let met = true;
    for (const [name, path] of Object.entries(paths)) met = (await weigh(browser, name, storefront + path)) && met;
    return met;
  } finally {
    await browser.close();
    await system.stop();
  }
};

const weigh = async (browser: Awaited<ReturnType<typeof browse>>, name: string, url: string): Promise<boolean> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, { type: string; url: string; bytes: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, { type, url: response.url, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = kinds.get(requestId);
    if (entry) entry.bytes = encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')]
      .filter((script) => !/json/.test((script as HTMLScriptElement).type))
      .map((script) => script.textContent ?? '')
      .join('\n'),
  );
  await context.close();
  const all = [...kinds.values()].filter((entry) => !entry.url.startsWith('data:'));
  const sum = (type: string) =>
    all.filter((entry) => entry.type === type).reduce((bytes, entry) => bytes + entry.bytes, 0);
  const weight: Weight = {
    html: sum('Document'),
    css: sum('Stylesheet'),
    js: sum('Script') + (inline ? gzipSync(inline).length : 0),
    images: sum('Image'),
    firstView: all.reduce((bytes, entry) => bytes + entry.bytes, 0),
    requests: all.length,
    thirdParties: new Set(all.map((entry) => new URL(entry.url).origin)).size - 1,
  };
  const met =
    answer?.status() === 200 &&
    weight.thirdParties === 0 &&
    Object.entries(budget).every(([part, most]) => weight[part as keyof typeof budget] <= most);
  console.log(JSON.stringify({ bench: 'page', page: name, status: answer?.status(), ...weight, budget, met }));
  return met;
};
