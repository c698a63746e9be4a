import { createServer, type AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { browse } from '../journeys/browser.ts';
import { benchSystem } from './bench-system.ts';
import { type MeasuredPage, pageList } from './page-list.ts';

/** Each category of the reading pages reaches at least this. */
const least = 95;
const categories = ['accessibility', 'best-practices', 'seo'] as const;

/** How well reading pages are made, as Lighthouse sees them on a phone: one JSON line a page, with what it found wrong. */
export const lighthouses = async (): Promise<boolean> => {
  const system = await benchSystem({ sites: true });
  const port = await freePort();
  const browser = await browse(`--remote-debugging-port=${port}`);
  try {
    const asked = (await pageList(system.urls.api!)).filter(({ column }) => column === 'reading');
    let met = true;
    for (const page of asked) met = (await judge(page, system.urls.storefront! + page.path, port)) && met;
    return met;
  } finally {
    await browser.close();
    await system.stop();
  }
};

const judge = async ({ name, hidden }: MeasuredPage, url: string, port: number): Promise<boolean> => {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    logLevel: 'error',
    output: 'json',
    // What is judged does not depend on the line; speed is measured by `bench pages`.
    throttlingMethod: 'provided',
    // A page that tells search engines to leave it out is judged by everything else they ask.
    ...(hidden ? { skipAudits: ['is-crawlable'] } : {}),
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { audits, categories: judged } = result.lhr;
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((judged[category]?.score ?? 0) * 100)]),
  );
  const wrong = categories.flatMap((category) =>
    (judged[category]?.auditRefs ?? []).flatMap(({ id, weight }) =>
      weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1 ? [id] : [],
    ),
  );
  const met = categories.every((category) => scores[category]! >= least);
  console.log(JSON.stringify({ bench: 'lighthouse', page: name, ...scores, hidden, wrong, least, met }));
  return met;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
