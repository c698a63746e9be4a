import type { SuppliesView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Supplies } from '../stock/index.ts';
import { groupListing, SupplyQueries } from './supply.queries.ts';

/** A delivery was wrongly noted: it goes off the level again, and why is kept beside it. A second time changes nothing. */
@Injectable()
export class UndoSupply {
  constructor(
    private readonly db: DataSource,
    private readonly supplies: Supplies,
    private readonly queries: SupplyQueries,
  ) {}

  /** @throws Problem catalogue.not-found, catalogue.not-of-a-group, stock.not-found, stock.too-little */
  async run(actor: Actor, id: string, supply: string, reason: string): Promise<SuppliesView> {
    await inTx(this.db, async (tx) => {
      const { producer, name, unit } = await groupListing(tx, actor, id);
      const undone = await this.supplies.undo(tx, id, supply, reason);
      if (!undone?.supplier || !undone.grade) return;
      const { supplier, grade, quantity, onHand } = undone;
      await record(tx, actor, 'supply.undone', id, {
        producer,
        supplier,
        movement: supply,
        name,
        unit,
        grade,
        quantity,
        reason,
        onHand,
      });
    });
    return this.queries.to(actor, id);
  }
}
