import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Serious faults of the page that is open by WCAG 2.2 AA, and whether it must be moved sideways at 360 px. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
    ...(wide ? ['wider than the phone'] : []),
  ];
};

const part = /\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g;
/** Ids and numbers of communes stand for any: of pages that differ in nothing else, one is looked at. */
const kindOf = ({ pathname, searchParams }: URL): string =>
  `${pathname.replace(part, '/:id').replace(/\/\d{5}(?=\/|$)/g, '/:xa')}?${[...new Set(searchParams.keys())].toSorted().join('&')}`;

interface Walk {
  origin: string;
  /** Where it begins; every one of them must be there. */
  from: readonly string[];
  /** What belongs to it; links to elsewhere are not followed. */
  within: RegExp;
  /** Kinds of pages that were looked at before; those of this walk are added. */
  seen?: Set<string>;
}

/** Follows the links of whoever is signed in on this page, one page of each kind; answers what is wrong, by address. */
export const faultsWithin = async (page: Page, { origin, from, within, seen = new Set() }: Walk) => {
  const found: Record<string, string[]> = {};
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(new URL(path, origin));
    if (seen.has(kind)) continue;
    seen.add(kind);
    const answer = await page.goto(origin + path).catch((error: unknown) => {
      if (String(error).includes('Download is starting')) return null;
      throw error;
    });
    if (!answer || !answer.headers()['content-type']?.includes('text/html')) continue;
    const faults = answer.ok() ? await faultsOf(page) : [`answers ${answer.status()}`];
    if (faults.length > 0) found[path] = faults;
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    for (const link of links.map((one) => one.split('#')[0]!)) {
      if (within.test(link) && !seen.has(kindOf(new URL(link, origin)))) waiting.push(link);
    }
  }
  return found;
};
