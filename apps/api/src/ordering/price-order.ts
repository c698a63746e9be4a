import type { QuoteView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/index.ts';
import { type Destination, Logistics } from '../logistics/index.ts';
import { Clock } from '../platform/time.ts';
import { refuseAway } from './away.ts';
import { split, type Total, total } from './order.rules.ts';
import type { PricedParcel } from './save-order.ts';

export interface Asked {
  lines: readonly { offer: string; quantity: number }[];
  commune: string;
}

export interface Priced extends Total {
  to: Destination;
  parcels: PricedParcel[];
}

/** What these lines cost today, carried to a commune: parcel by parcel, whole đồng. Holds nothing. */
@Injectable()
export class PriceOrder {
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly logistics: Logistics,
    private readonly clock: Clock,
  ) {}

  /** Refuses what is not for sale, whose producer is away, is sold in other steps, is not sent there, or can't be carried there. */
  async run({ lines, commune }: Asked): Promise<Priced> {
    const to = await this.logistics.destination(commune);
    const sold = await this.catalogue.forSale(this.db, lines);
    this.catalogue.sentTo(to.province, sold);
    await refuseAway(
      this.db,
      sold.map(({ producer }) => producer),
      this.clock.now(),
    );
    const drafts = split(sold);
    const fees = await this.logistics.quote(this.db, { to, parcels: drafts }, this.clock.now());
    const parcels = drafts.map((draft, index) => ({ ...draft, shipping: fees[index] as number }));
    return { to, parcels, ...total(parcels) };
  }
}

export const quoteView = ({ parcels, goods, shipping, total }: Priced): QuoteView => ({
  parcels: parcels.map(({ producer, storage, goods, shipping, lines }) => ({
    producer: { id: producer.id, name: producer.name },
    storage,
    goods,
    shipping,
    lines: lines.map(({ offer, name, quantity, unit, price, amount }) => ({
      offer,
      name,
      quantity,
      unit,
      price,
      amount,
    })),
  })),
  goods,
  shipping,
  total,
});
