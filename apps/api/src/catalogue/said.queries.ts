import { vietnamDay } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import type { Said } from './edit.rules.ts';
import { type DetailRow, detail, detailColumns } from './listing.queries.ts';

/** What a listing says now, as it would be handed in. */
export const saidNow = async (tx: Tx, offer: string, now: Date): Promise<Said> => {
  const [row] = await rows<DetailRow>(tx, one, [offer, vietnamDay(now)]);
  if (!row) throw new Error(`listing ${offer} is gone`);
  const shown = detail(row);
  const { name, description, unit, price, increment, minimum, storage, origin, kind, process, label } = shown;
  return {
    commodity: shown.commodity.id,
    name,
    description,
    unit,
    price,
    increment,
    minimum,
    storage,
    origin,
    pictures: shown.pictures.map(({ id }) => id),
    kind,
    process,
    label,
    attributes: shown.attributes,
    // One that was refused or revoked since speaks of nothing any more.
    certificates: shown.certificates.flatMap(({ id, state }) =>
      state === 'refused' || state === 'revoked' ? [] : [id],
    ),
    catchWeight: shown.catchWeight,
    repeatsYearly: shown.repeatsYearly,
    delivery: shown.delivery,
    variety: shown.variety ?? undefined,
    growingArea: shown.growingArea ?? undefined,
    pack: shown.pack ?? undefined,
    catchTolerance: shown.catchTolerance ?? undefined,
    sellFrom: shown.sellFrom ?? undefined,
    sellTo: shown.sellTo ?? undefined,
    harvestFrom: shown.harvestFrom ?? undefined,
    harvestTo: shown.harvestTo ?? undefined,
  };
};

const one = `select ${detailColumns} from catalogue.offer offer join catalogue.product product on product.id = offer.product
  where offer.id = $1`;
