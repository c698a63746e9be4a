import { Injectable } from '@nestjs/common';
import { Catalogue, KindQueries, MyListingQueries, type MyListingView } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Existing, Goods, Known } from './goods.ts';

/** What a producer has already, as a sheet can say it. */
@Injectable()
export class OwnGoods {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly mine: MyListingQueries,
    private readonly kinds: KindQueries,
  ) {}

  /** What dated rows say today of what a sheet may name. */
  async known(): Promise<Known> {
    const [commodities, labels] = await Promise.all([this.catalogue.commodities(), this.kinds.labels()]);
    return {
      commodities: commodities.map(({ id, name, storage }) => ({ id, name, storage })),
      labels: labels.map(({ field, name }) => ({ field, name })),
    };
  }

  /** @throws Problem catalogue.not-found for a producer that is not hers */
  async all(actor: Actor, producer: string): Promise<Existing[]> {
    return (await this.mine.allOf(actor, producer)).map(existingOf);
  }

  /** @throws Problem catalogue.not-found */
  async one(actor: Actor, listing: string): Promise<Existing> {
    return existingOf(await this.mine.get(actor, listing));
  }

  /** By what a row may name (a listing of the producer, or a picture one of them shows): the pictures that stand for it. */
  picturesOf(existing: readonly Existing[]): Map<string, string[]> {
    return new Map([
      ...existing.flatMap(({ goods }) => goods.pictures.map((picture): [string, string[]] => [picture, [picture]])),
      ...existing.map(({ id, goods }): [string, string[]] => [id, goods.pictures]),
    ]);
  }
}

const existingOf = (listing: MyListingView): Existing => ({
  id: listing.id,
  kind: listing.kind,
  state: listing.state,
  version: listing.version,
  held: listing.held,
  goods: goodsOf(listing),
});

const goodsOf = ({ commodity, onHand, pictures, ...listing }: MyListingView): Goods => ({
  name: listing.name,
  commodity: commodity.id,
  price: listing.price,
  unit: listing.unit,
  pack: listing.pack && { quantity: listing.pack.quantity, unit: listing.pack.unit },
  quantity: onHand,
  storage: listing.storage,
  origin: listing.origin,
  harvestFrom: listing.harvestFrom,
  harvestTo: listing.harvestTo,
  sellFrom: listing.sellFrom,
  sellTo: listing.sellTo,
  repeatsYearly: listing.repeatsYearly,
  // A cell has one line; what stands on several would look changed.
  description: listing.description.replace(/\s+/g, ' ').trim(),
  variety: listing.variety,
  process: listing.process,
  label: listing.label,
  growingArea: listing.growingArea,
  delivery: listing.delivery,
  minimum: listing.minimum,
  increment: listing.increment,
  catchWeight: listing.catchWeight,
  pictures: pictures.map(({ id }) => id),
});
