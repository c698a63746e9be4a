import type { PublishListing } from '@chophien/contracts';
import { soldByOf, vietnamDay } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import { windowOn } from './window.rules.ts';

/** What was said of a product and of how it is sold. */
export type Facts = Pick<
  PublishListing,
  | 'kind'
  | 'unit'
  | 'variety'
  | 'process'
  | 'label'
  | 'growingArea'
  | 'attributes'
  | 'pack'
  | 'catchWeight'
  | 'catchTolerance'
  | 'sellFrom'
  | 'sellTo'
  | 'repeatsYearly'
  | 'delivery'
>;

/** What the scales may differ from what was ordered, in percent, when the seller says nothing else. */
const usualTolerance = 10;

/** Writes the facts of one listing, of its product and of its offer, and what follows from them today. */
export const setFacts = async (tx: Tx, offer: string, facts: Facts, now: Date): Promise<void> => {
  const { sellFrom = null, sellTo = null, pack } = facts;
  await rows(
    tx,
    `update catalogue.product set variety = $2, process = $3, label = $4, growing_area = $5
     where id = (select product from catalogue.offer where id = $1)`,
    [offer, facts.variety ?? null, facts.process, JSON.stringify(facts.label), facts.growingArea ?? null],
  );
  const windowState = windowOn(vietnamDay(now), { sellFrom, sellTo });
  await rows(
    tx,
    `update catalogue.offer set kind = $2, attributes = $3, sold_by = $4, pack_quantity = $5, pack_unit = $6,
       catch_weight = $7, catch_tolerance = $8, sell_from = $9, sell_to = $10, repeats_yearly = $11, delivery = $12,
       window_state = $13, visible = visible and $13 <> 'ended'
     where id = $1`,
    [
      offer,
      facts.kind,
      JSON.stringify(facts.attributes),
      soldByOf({ unit: facts.unit, pack: pack ?? null }),
      pack?.quantity ?? null,
      pack?.unit ?? null,
      facts.catchWeight,
      facts.catchWeight ? (facts.catchTolerance ?? usualTolerance) : null,
      sellFrom,
      sellTo,
      facts.repeatsYearly,
      facts.delivery,
      windowState,
    ],
  );
};
