import { Problem } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { readdress } from './addresses.ts';
import { madeOf, type Said } from './edit.rules.ts';
import type { ListingFacts } from './listing-facts.ts';
import type { LockedOffer } from './lock-offer.ts';
import { wouldBeSeen } from './sight.ts';

export interface Applied {
  said: Said;
  /** Which answers are other than before. */
  fields: readonly string[];
  offer: Pick<LockedOffer, 'id' | 'product' | 'producer' | 'state' | 'name' | 'category'>;
  now: Date;
}

/**
 * Makes a listing say this, price apart. Of another kind of produce other requirements may hide it; under another name it has
 * another address, and links to the former one lead there. What dated rows ask for is held against it where it is touched.
 */
export const applySaid = async (tx: Tx, facts: ListingFacts, { said, fields, offer, now }: Applied): Promise<void> => {
  const whole = { ...said, dates: [] };
  const touched = madeOf(fields);
  const category = touched ? (await facts.check(tx, whole, now)).category : offer.category;
  await rows(
    tx,
    `update catalogue.product set commodity = $2, name = $3, description = $4, origin = $5 where id = $1`,
    [offer.product, said.commodity, said.name, said.description, said.origin],
  );
  await rows(
    tx,
    `update catalogue.offer set name = $2, commodity = $3, category = $4, unit = $5, increment = $6, minimum = $7,
       storage = $8, harvest_from = $9, harvest_to = $10
     where id = $1`,
    [
      offer.id,
      said.name,
      said.commodity,
      category,
      said.unit,
      said.increment,
      said.minimum,
      said.storage,
      said.harvestFrom ?? null,
      said.harvestTo ?? null,
    ],
  );
  if (touched) await facts.write(tx, offer.id, whole, now);
  await setPictures(tx, offer.id, said.pictures);
  if (said.name !== offer.name) await readdress(tx, 'listing', { id: offer.id, name: said.name, now });
  const seen = offer.state === 'published' && (await wouldBeSeen(tx, offer.producer, category));
  await rows(tx, `update catalogue.offer set visible = $2 and window_state <> 'ended' where id = $1`, [offer.id, seen]);
};

/** Shows these pictures in this order; the first is the card's. */
const setPictures = async (tx: Tx, offer: string, ids: readonly string[]): Promise<void> => {
  const now = await rows<{ picture: string }>(
    tx,
    'select picture from catalogue.offer_picture where offer = $1 order by position',
    [offer],
  );
  if (now.length === ids.length && now.every(({ picture }, place) => picture === ids[place])) return;
  await rows(tx, 'delete from catalogue.offer_picture where offer = $1', [offer]);
  await rows(
    tx,
    `insert into catalogue.offer_picture (offer, position, picture)
     select $1, place, id from unnest($2::uuid[]) with ordinality as given (id, place)`,
    [offer, ids],
  );
  await rows(
    tx,
    `update catalogue.offer set picture = shown.id, picture_hash = shown.hash, picture_width = shown.width,
       picture_height = shown.height, picture_colour = shown.colour
     from catalogue.picture shown where offer.id = $1 and shown.id = $2`,
    [offer, ids[0]],
  );
};

/**
 * Takes the pictures of an edit into use: her own, and those the listing shows or waits to show.
 * @throws Problem catalogue.picture-unknown
 */
export const takePictures = async (
  tx: Tx,
  actor: Actor,
  { ids, known }: { ids: readonly string[]; known: readonly string[] },
): Promise<void> => {
  const fresh = ids.filter((id) => !known.includes(id));
  const taken = await rows<{ id: string }>(
    tx,
    `update catalogue.picture set state = 'used' where id = any($1::uuid[]) and owner = $2 returning id`,
    [fresh, actor.id],
  );
  const missing = fresh.find((id) => !taken.some((picture) => picture.id === id));
  if (missing) throw new Problem('catalogue.picture-unknown', { picture: missing });
};
