import { randomUUID } from 'node:crypto';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockLevel } from './lock-level.ts';
import { idTaken } from './receive-stock.ts';
import { Level, Movement } from './stock.entity.ts';
import { StockQueries, type StockView } from './stock.queries.ts';

const reason = 'Hết hàng';
const undone = 'Hoàn tác: vẫn còn hàng';

/** Nothing is left to order, in one tap, and back. What is promised to buyers stays; whoever taps needs no warning. */
@Injectable()
export class SellOut {
  constructor(
    private readonly db: DataSource,
    private readonly stock: StockQueries,
    private readonly clock: Clock,
  ) {}

  /** The same id again is the same tap. */
  async run(actor: Actor, offer: string, id: string): Promise<StockView> {
    return inTx(this.db, async (tx) => {
      const level = await lockLevel(tx, actor, offer);
      const known = await tx.findOneBy(Movement, { id });
      if (known && (known.offer !== offer || known.reason !== reason)) throw idTaken();
      if (!known && level.onHand > level.held) {
        await this.move(tx, actor, level, { id, quantity: level.held - level.onHand, reason, undoes: null });
      }
      return this.stock.get(actor, offer, tx);
    });
  }

  /** What was counted away is there again, beside what came in since. A second time changes nothing. */
  async undo(actor: Actor, offer: string, movement: string): Promise<StockView> {
    return inTx(this.db, async (tx) => {
      const level = await lockLevel(tx, actor, offer);
      const known = await tx.findOneBy(Movement, { id: movement, offer });
      if (!known || known.reason !== reason) throw new Problem('stock.not-found');
      if (!(await tx.findOneBy(Movement, { undoes: movement }))) {
        const quantity = -known.quantity;
        await this.move(tx, actor, level, { id: randomUUID(), quantity, reason: undone, undoes: movement });
      }
      return this.stock.get(actor, offer, tx);
    });
  }

  private async move(
    tx: Tx,
    actor: Actor,
    { offer, producer, onHand: before }: Level,
    moved: Pick<Movement, 'id' | 'quantity' | 'reason' | 'undoes'>,
  ): Promise<void> {
    await tx.insert(Movement, { ...moved, offer, kind: 'corrected', orderId: null, at: this.clock.now() });
    const onHand = before + moved.quantity;
    await tx.update(Level, { offer }, { onHand });
    await record(tx, actor, 'stock.changed', offer, { producer, kind: 'corrected', quantity: moved.quantity, onHand });
  }
}
