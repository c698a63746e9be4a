import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Dong, UnitId } from './values.ts';

/** So few sellers at least, or a hint would be one neighbour's price. */
export const HINT_SELLERS = 5;
export const HINT_DAYS = 30;

/** What others of the province asked for the same kind by the same unit in the last 30 days: one price a seller. */
export const PriceHint = z
  .object({ sellers: z.int(), median: Dong, low: Dong, high: Dong, province: z.string(), days: z.int() })
  .meta({ id: 'PriceHint' });
export type PriceHint = z.infer<typeof PriceHint>;

export const getPriceHint = endpoint({
  method: 'GET',
  path: '/price-hints',
  summary: 'Median and range of what the province asks for a kind; nothing where fewer than five sell it',
  needs: 'public',
  query: z.strictObject({ commodity: z.string().regex(/^[a-z_]{2,40}$/), unit: UnitId, commune: CommuneCode }),
  result: z.object({ hint: PriceHint.nullable() }),
});

export const listCommoditiesNear = endpoint({
  method: 'GET',
  path: '/communes/:code/commodities',
  summary: 'Kinds of goods that a commune sells, those in season and sold by most first; then its province’s',
  needs: 'public',
  params: z.strictObject({ code: CommuneCode }),
  result: z.object({ items: z.array(z.string()) }),
});
