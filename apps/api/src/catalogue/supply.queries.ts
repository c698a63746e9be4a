import { type ContributionsView, Problem, producersOf, type SuppliesView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { lookedToday } from '../platform/looked.ts';
import { Supplies, type Supply } from '../stock/index.ts';

interface GroupListing {
  id: string;
  producer: string;
  producerName: string;
  name: string;
  unit: string;
}

/** Goods that one of the actor's own cooperatives sells. @throws Problem catalogue.not-found, catalogue.not-of-a-group */
export const groupListing = async (db: Tx | DataSource, actor: Actor, id: string): Promise<GroupListing> => {
  const [found] = await rows<GroupListing & { kind: string; producerKind: string }>(
    db,
    `select id, producer, name, unit, kind, producer_name as "producerName", producer_kind as "producerKind"
     from catalogue.offer where id = $1 and producer = any($2::uuid[])`,
    [id, producersOf(actor, 'stock.change')],
  );
  if (!found) throw new Problem('catalogue.not-found');
  const { kind, producerKind, ...listing } = found;
  if (kind !== 'goods' || producerKind === 'household') throw new Problem('catalogue.not-of-a-group');
  return listing;
};

/** What members bring to their cooperatives: as the cooperative sees it, and as the member does. */
@Injectable()
export class SupplyQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly supplies: Supplies,
  ) {}

  /** Members are seen by name, so the look is noted. @throws Problem catalogue.not-found, catalogue.not-of-a-group */
  async to(actor: Actor, id: string): Promise<SuppliesView> {
    const { producer, unit } = await groupListing(this.db, actor, id);
    const [items, sums, members] = await Promise.all([
      this.supplies.to(id),
      this.supplies.sumsTo(id),
      this.identity.membersOf(producer),
    ]);
    const suppliers = [...new Set([...items, ...sums].map(({ supplier }) => supplier))];
    const known = await this.identity.producers(this.db, suppliers);
    const household = (one: string) => ({ id: one, name: known.get(one)?.name ?? '' });
    const seen = [...new Set([...suppliers, ...members.map((member) => member.household)])];
    await inTx(this.db, (tx) => lookedToday(tx, actor, seen, 'catalogue.supplies'));
    return {
      unit,
      items: items.map((one) => ({ ...delivery(one), supplier: household(one.supplier) })),
      sums: sums.map(({ supplier, grade, quantity }) => ({ supplier: household(supplier), grade, quantity })),
      members: members.map((member) => ({ id: member.household, name: member.name })),
    };
  }

  /** Another's are `catalogue.not-found`. */
  async by(actor: Actor, producer: string): Promise<ContributionsView> {
    if (!producersOf(actor, 'stock.change').includes(producer)) throw new Problem('catalogue.not-found');
    const [items, sums] = await Promise.all([this.supplies.by(producer), this.supplies.sumsBy(producer)]);
    const found = await rows<GroupListing>(
      this.db,
      `select id, name, unit, producer, producer_name as "producerName" from catalogue.offer where id = any($1::uuid[])`,
      [[...new Set([...items, ...sums].map(({ offer }) => offer))]],
    );
    const listings = new Map(found.map((one) => [one.id, one]));
    const about = (offer: string) => {
      const listing = listings.get(offer);
      if (!listing) throw new Error(`listing ${offer} is gone`);
      return { listing: offer, name: listing.name, unit: listing.unit, cooperative: listing.producerName };
    };
    return {
      items: items.map((one) => ({ ...delivery(one), ...about(one.offer) })),
      sums: sums.map(({ offer, grade, quantity }) => ({ ...about(offer), grade, quantity })),
    };
  }
}

const delivery = ({ id, grade, quantity, note, at, undoneAt, reason }: Supply) => ({
  id,
  grade,
  quantity,
  note,
  at: at.toISOString(),
  undone: undoneAt && { at: undoneAt.toISOString(), reason: reason ?? '' },
});
