import { browse } from '../journeys/browser.ts';
import { accountsOf, phone } from '../journeys/people.ts';
import { signIn } from '../journeys/register.ts';
import { benchSystem } from './bench-system.ts';
import { type Figures, budgets, missed, table } from './page-budget.ts';
import { type Column, type MeasuredPage, pageList } from './page-list.ts';
import { benchmarkIndex, profiles, speedOf } from './page-speed.ts';
import { weigh } from './page-weight.ts';

type Browser = Awaited<ReturnType<typeof browse>>;

/**
 * What every reading page and every page to fill in weighs, and how fast eight of them are on two lines and phones: one JSON
 * line a page, then a table of page × figure × budget.
 */
export const pages = async (): Promise<boolean> => {
  const system = await benchSystem({ sites: true });
  const storefront = system.urls.storefront!;
  const browser = await browse();
  try {
    const index = Math.round(await benchmarkIndex(browser));
    const slowdowns = new Map(profiles.map(({ name, index: wanted }) => [name, Math.max(1, index / wanted)]));
    console.log(JSON.stringify({ bench: 'page-setting', benchmarkIndex: index, ...Object.fromEntries(slowdowns) }));
    const seller = await sellerOf(browser, system);
    const measured: Record<Column, Map<string, Figures>> = { reading: new Map(), form: new Map() };
    let met = true;
    for (const page of await pageList(system.urls.api!)) {
      const figures = await measure(browser, storefront, { page, slowdowns, seller });
      const over = missed(page.column, figures);
      met = met && over.length === 0 && figures.status === 200;
      measured[page.column].set(page.name, figures);
      const line = { bench: 'page', page: page.name, column: page.column, ...figures, over };
      console.log(JSON.stringify({ ...line, budget: budgets[page.column], met: over.length === 0 }));
    }
    for (const column of ['reading', 'form'] as const) console.log(`\n${table(column, measured[column])}`);
    return met;
  } finally {
    await browser.close();
    await system.stop();
  }
};

interface How {
  page: MeasuredPage;
  slowdowns: ReadonlyMap<string, number>;
  seller: Awaited<ReturnType<typeof sellerOf>>;
}

const measure = async (
  browser: Browser,
  storefront: string,
  { page, slowdowns, seller }: How,
): Promise<Figures & { status: number }> => {
  const url = storefront + page.path;
  const storageState = page.producer ? seller : undefined;
  const weight = await weigh(browser, url, storageState);
  if (!page.timed) return weight;
  const [usual, remote] = profiles;
  const speed = (profile: (typeof profiles)[number]) =>
    speedOf(browser, url, { profile, slowdown: slowdowns.get(profile.name)!, storageState });
  const atUsual = await speed(usual!);
  const atRemote = await speed(remote!);
  return {
    ...weight,
    cls: Math.max(atUsual.cls, atRemote.cls),
    lcpUsual: atUsual.lcp,
    lcpRemote: atRemote.lcp,
    tbtUsual: atUsual.tbt,
    inpUsual: atUsual.inp,
    inpRemote: atRemote.inp,
  };
};

/** What the phone of a producer of the demonstration keeps once she is signed in. */
const sellerOf = async (browser: Browser, system: Awaited<ReturnType<typeof benchSystem>>) => {
  const house = { urls: system.urls, env: system.env };
  const account = (await accountsOf(house)).find(({ role }) => role === 'producer');
  const { page, context } = await phone(browser);
  await signIn(page, house, account!.phone);
  const state = await context.storageState();
  await context.close();
  return state;
};
