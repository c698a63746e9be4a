import type { ListingCard, ListingDetail } from '@chophien/contracts';
import { ONE, unitPriceOf } from '@chophien/kernel';
import type { z } from 'zod';
import { certificateView } from './certificate.sql.ts';
import type { DetailRow } from './listing.queries.ts';
import type { CardRow } from './listing.sql.ts';

type Card = z.input<typeof ListingCard>;
type Detail = z.input<typeof ListingDetail>;
type Facts = Pick<
  Detail,
  | 'variety'
  | 'process'
  | 'label'
  | 'growingArea'
  | 'attributes'
  | 'certificates'
  | 'catchWeight'
  | 'catchTolerance'
  | 'sellFrom'
  | 'sellTo'
  | 'repeatsYearly'
  | 'delivery'
  | 'dates'
>;

/** What a card says of how a thing is sold. */
export const cardFacts = (
  row: CardRow,
): Pick<Card, 'kind' | 'soldBy' | 'pack' | 'unitPrice' | 'ocopStars' | 'inSeason' | 'window'> => {
  const pack =
    row.pack_quantity !== null && row.pack_unit !== null ? { quantity: row.pack_quantity, unit: row.pack_unit } : null;
  return {
    kind: row.kind,
    soldBy: row.sold_by,
    pack,
    unitPrice: unitPriceOf({ price: row.price, unit: row.unit, pack }),
    ocopStars: row.ocop_stars,
    inSeason: row.in_season,
    window: row.window_state,
  };
};

/** What its own page says beside. */
export const detailFacts = (row: DetailRow): Facts => ({
  variety: row.variety,
  process: row.process,
  label: row.label,
  growingArea: row.growing_area,
  attributes: row.attributes,
  certificates: (row.certificates ?? []).map((one) => certificateView(one, row.today)),
  catchWeight: row.catch_weight,
  catchTolerance: row.catch_tolerance,
  sellFrom: row.sell_from,
  sellTo: row.sell_to,
  repeatsYearly: row.repeats_yearly,
  delivery: row.delivery,
  dates: (row.dates ?? []).map(({ id, startsAt, places, left }) => ({
    id,
    startsAt: new Date(startsAt).toISOString(),
    places,
    placesLeft: Math.floor(left / ONE),
  })),
});
