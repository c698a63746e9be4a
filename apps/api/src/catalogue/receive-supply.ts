import { type BodyOf, Problem, type receiveSupply, type SuppliesView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Supplies } from '../stock/index.ts';
import { groupListing, SupplyQueries } from './supply.queries.ts';

/** A member brought some of what its cooperative sells: there is more of it, in her name. The same id again is the same delivery. */
@Injectable()
export class ReceiveSupply {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly supplies: Supplies,
    private readonly queries: SupplyQueries,
  ) {}

  /** @throws Problem catalogue.not-found, catalogue.not-of-a-group, catalogue.supplier-not-member */
  async run(actor: Actor, id: string, asked: BodyOf<typeof receiveSupply>): Promise<SuppliesView> {
    const supply = { ...asked, note: asked.note ?? null };
    await inTx(this.db, async (tx) => {
      const listing = await groupListing(tx, actor, id);
      if (await this.supplies.known(tx, id, supply)) return;
      const pair = { cooperative: listing.producer, household: supply.supplier };
      // Held until we commit: whoever leaves meanwhile leaves after her delivery.
      if (!(await this.identity.isMember(tx, pair))) throw new Problem('catalogue.supplier-not-member');
      const now = await this.supplies.receive(tx, id, supply);
      if (!now) return;
      const { id: movement, supplier, grade, quantity } = supply;
      const { producer, name, unit } = listing;
      await record(tx, actor, 'supply.received', id, {
        producer,
        supplier,
        movement,
        name,
        unit,
        grade,
        quantity,
        onHand: now.onHand,
      });
    });
    return this.queries.to(actor, id);
  }
}
