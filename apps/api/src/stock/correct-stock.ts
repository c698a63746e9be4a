import { type BodyOf, type correctStock, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, system } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockLevel } from './lock-level.ts';
import { idTaken } from './receive-stock.ts';
import { Level, Movement } from './stock.entity.ts';
import { StockQueries, type StockView } from './stock.queries.ts';
import { crossed } from './stock.rules.ts';

/** Counted again: the level is this, because. What is promised to buyers can't be counted away. */
@Injectable()
export class CorrectStock {
  constructor(
    private readonly db: DataSource,
    private readonly stock: StockQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, offer: string, { id, onHand, reason }: BodyOf<typeof correctStock>): Promise<StockView> {
    return inTx(this.db, async (tx) => {
      const level = await lockLevel(tx, actor, offer);
      const known = await tx.findOneBy(Movement, { id });
      if (known) {
        if (known.offer !== offer || known.kind !== 'corrected' || known.reason !== reason) throw idTaken();
        return this.stock.get(actor, offer, tx);
      }
      if (onHand < level.held) throw new Problem('stock.too-little', { offer, held: level.held });
      const quantity = onHand - level.onHand;
      const movement: Movement = {
        id,
        offer,
        kind: 'corrected',
        quantity,
        orderId: null,
        reason,
        at: this.clock.now(),
      };
      await tx.insert(Movement, movement);
      await tx.update(Level, { offer }, { onHand });
      await record(tx, actor, 'stock.changed', offer, {
        producer: level.producer,
        kind: 'corrected',
        quantity,
        onHand,
      });
      const available = onHand - level.held;
      if (crossed({ available, taken: -quantity, lowAt: level.lowAt })) {
        await record(tx, system('stock'), 'stock.low', offer, { available });
      }
      return this.stock.get(actor, offer, tx);
    });
  }
}
