import { type BodyOf, Problem, type receiveStock } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockLevel } from './lock-level.ts';
import { Level, Movement } from './stock.entity.ts';
import { StockQueries, type StockView } from './stock.queries.ts';

/** More came in. The same id again is the same delivery. */
@Injectable()
export class ReceiveStock {
  constructor(
    private readonly db: DataSource,
    private readonly stock: StockQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, offer: string, { id, quantity }: BodyOf<typeof receiveStock>): Promise<StockView> {
    return inTx(this.db, async (tx) => {
      const level = await lockLevel(tx, actor, offer);
      const known = await tx.findOneBy(Movement, { id });
      if (!known) await this.add(tx, actor, level, { id, quantity });
      else if (known.offer !== offer || known.kind !== 'received' || known.quantity !== quantity) throw idTaken();
      return this.stock.get(actor, offer, tx);
    });
  }

  private async add(
    tx: Tx,
    actor: Actor,
    { offer, producer, onHand }: Level,
    { id, quantity }: BodyOf<typeof receiveStock>,
  ): Promise<void> {
    const movement: Movement = {
      id,
      offer,
      kind: 'received',
      quantity,
      orderId: null,
      reason: null,
      at: this.clock.now(),
    };
    await tx.insert(Movement, movement);
    const now = onHand + quantity;
    await tx.update(Level, { offer }, { onHand: now });
    await record(tx, actor, 'stock.changed', offer, { producer, kind: 'received', quantity, onHand: now });
  }
}

/** The id was used for something else. */
export const idTaken = (): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'id', rule: 'used', message: 'this id already names another movement' }],
  });
