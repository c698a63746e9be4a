import { Problem, type PublishListing as Input, PublishListing as Listing, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endDraft } from './end-draft.ts';
import { handIn } from './hand-in.ts';
import { ListingFacts } from './listing-facts.ts';
import { slugOf } from './listing.rules.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import type { Picture } from './picture.entity.ts';
import type { Producer } from './producer.entity.ts';
import { holdSight } from './sight.ts';

/**
 * Hands in a product for sale, with what there is of it: shown once an official has looked at it. The same id again is the
 * same listing.
 */
@Injectable()
export class PublishListing {
  constructor(
    private readonly db: DataSource,
    private readonly facts: ListingFacts,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, asked: z.input<typeof Listing>): Promise<MyListingView> {
    const input = Listing.parse(asked); // who is in the house may leave out what has a usual value, too
    await inTx(this.db, async (tx) => {
      await holdSight(tx, input.producer, 'beside');
      const producer = await approvedProducer(tx, actor, input.producer);
      const [known] = await rows(tx, 'select id from catalogue.offer where id = $1', [input.id]);
      if (known) return;
      const now = this.clock.now();
      const { category } = await this.facts.check(tx, input, now);
      const pictures = await picturesOf(tx, actor, input);
      if (!(await insert(tx, { actor, input, producer, pictures, category, now }))) return;
      await this.facts.write(tx, input.id, input, now);
      await handIn(tx, actor, { ...producer, id: input.id, producer: producer.id, name: input.name }, now);
      await endDraft(tx, actor, input, now);
      await this.facts.openStock(tx, input);
    });
    return this.mine.get(actor, input.id); // asks with the actor: another's listing under this id is not found
  }
}

/** Locked against a suspension until we commit: it then finds this listing among those to hide. */
const approvedProducer = async (tx: Tx, actor: Actor, id: string): Promise<Producer> => {
  const [found] = await rows<Producer & { state: string }>(
    tx,
    `select producer.id, kind, name, commune, commune_name as "communeName", province,
            province_name as "provinceName", sub_area as "subArea", standing.state
     from catalogue.producer join catalogue.standing on standing.producer = producer.id
     where producer.id = $1 and producer.id = any($2::uuid[]) for share of standing`,
    [id, producersOf(actor, 'listing.publish')],
  );
  if (!found) throw new Problem('catalogue.not-found');
  const { state, ...producer } = found;
  if (state !== 'approved') throw new Problem('catalogue.producer-not-approved');
  return producer;
};

/** The actor's own pictures, or those another listing of the producer shows, in the order given; used from now on. */
const picturesOf = async (tx: Tx, actor: Actor, { pictures: ids, producer }: Input): Promise<Picture[]> => {
  const found = await rows<Picture>(
    tx,
    `update catalogue.picture set state = 'used' where id = any($1::uuid[]) and (owner = $2 or exists (
       select from catalogue.offer_picture shown join catalogue.offer on offer.id = shown.offer
       where shown.picture = picture.id and offer.producer = $3))
     returning id, owner, hash, width, height, colour, state, at`,
    [ids, actor.id, producer],
  );
  const byId = new Map(found.map((picture) => [picture.id, picture]));
  return ids.map((id) => {
    const picture = byId.get(id);
    if (!picture) throw new Problem('catalogue.picture-unknown', { picture: id });
    return picture;
  });
};

interface NewListing {
  actor: Actor;
  input: Input;
  producer: Producer;
  pictures: Picture[];
  category: string;
  now: Date;
}

/** False if the id came to be a listing in the meantime. */
const insert = async (tx: Tx, { actor, input, producer, pictures, category, now }: NewListing): Promise<boolean> => {
  const [first] = pictures as [Picture, ...Picture[]];
  const [product] = await rows<{ id: string }>(
    tx,
    `insert into catalogue.product (producer, commodity, name, description, origin, created_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [producer.id, input.commodity, input.name, input.description, input.origin, now],
  );
  const inserted = await rows(
    tx,
    `insert into catalogue.offer (
       id, product, producer, slug, state, visible, price, unit, increment, minimum, storage, harvest_from, harvest_to,
       published_at, name, commodity, category, producer_name, producer_kind, commune, commune_name, province,
       province_name, sub_area, picture, picture_hash, picture_width, picture_height, picture_colour)
     values ($1, $2, $3, $4, 'in_review', false, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22, $23, $24, $25, $26, $27)
     on conflict (id) do nothing returning id`,
    [
      input.id,
      product?.id,
      producer.id,
      slugOf(input.name, sha256(input.id)),
      input.price,
      input.unit,
      input.increment,
      input.minimum,
      input.storage,
      input.harvestFrom ?? null,
      input.harvestTo ?? null,
      now,
      input.name,
      input.commodity,
      category,
      producer.name,
      producer.kind,
      producer.commune,
      producer.communeName,
      producer.province,
      producer.provinceName,
      producer.subArea,
      first.id,
      first.hash,
      first.width,
      first.height,
      first.colour,
    ],
  );
  if (inserted.length === 0) {
    await tx.query('delete from catalogue.product where id = $1', [product?.id]);
    return false;
  }
  await tx.query(
    `insert into catalogue.offer_picture (offer, position, picture)
     select $1, place, id from unnest($2::uuid[]) with ordinality as given (id, place)`,
    [input.id, pictures.map(({ id }) => id)],
  );
  await tx.query('insert into catalogue.price (offer, price, at, by) values ($1, $2, $3, $4)', [
    input.id,
    input.price,
    now,
    actor.id,
  ]);
  return true;
};
