import { type CommodityView, listCommodities } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';

let kept: Promise<CommodityView[]> | undefined;
let until = 0;

/** What can be sold. It changes by release, never by the hour: asked once a minute, not once a page. */
export const commodities = ({ read }: Visitor): Promise<CommodityView[]> => {
  if (!kept || Date.now() > until) {
    until = Date.now() + 60_000;
    kept = read(listCommodities).then(({ items }) => items.toSorted((a, b) => a.name.localeCompare(b.name, 'vi')));
    kept.catch(() => {
      kept = undefined;
    });
  }
  return kept;
};

/** The Vietnamese name of a commodity, or its id when it is no longer listed. */
export const commodityName = (list: readonly CommodityView[], id: string): string =>
  list.find((commodity) => commodity.id === id)?.name ?? id;
