import { Problem, type ResultOf, type getStock, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { MovementKind } from './stock.rules.ts';

export type StockView = ResultOf<typeof getStock>;

@Injectable()
export class StockQueries {
  constructor(private readonly db: DataSource) {}

  /** The level of one of the actor's own offers with its last fifty movements; another's is `stock.not-found`. */
  async get(actor: Actor, offer: string, db: Tx | DataSource = this.db): Promise<StockView> {
    const [found] = await rows<{ onHand: number; held: number; counts: string }>(
      db,
      'select on_hand as "onHand", held, counts from stock.level where offer = $1 and producer = any($2::uuid[])',
      [offer, producersOf(actor, 'stock.change')],
    );
    if (!found) throw new Problem('stock.not-found');
    const { counts, ...level } = found;
    if (counts === 'places') throw new Problem('stock.counts-places');
    const movements = await rows<{ id: string; kind: MovementKind; quantity: number; reason: string | null; at: Date }>(
      db,
      'select id, kind, quantity, reason, at from stock.movement where offer = $1 order by at desc, id desc limit 50',
      [offer],
    );
    return {
      offer,
      ...level,
      available: level.onHand - level.held,
      movements: movements.map((movement) => ({ ...movement, at: movement.at.toISOString() })),
    };
  }
}
