import { randomUUID } from 'node:crypto';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Level } from './stock.entity.ts';
import { crossed, type Line, lowAt } from './stock.rules.ts';
import * as sql from './stock.sql.ts';

/** How much there is of an offer, in thousandths of its unit. */
export interface Amounts {
  onHand: number;
  held: number;
  available: number;
}

/** What one order took of one offer. */
interface Taken extends Line {
  order: string;
}

interface Answer extends Line {
  /** Null for an offer that has no level. */
  there: number | null;
  available: number | null;
  lowAt: number | null;
}

const actor = system('stock');

/**
 * What other contexts may ask of stock. Whoever changes levels in a transaction does it last, just before the commit:
 * others wait for these rows.
 */
@Injectable()
export class Stock {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Opens the level of a new offer with what there is to sell, or of a day with its places. The same offer again changes nothing. */
  async open(
    tx: Tx,
    offer: string,
    quantity: number,
    producer: string,
    counts: Level['counts'] = 'goods',
  ): Promise<void> {
    await tx.query(
      `with opened as (
         insert into stock.level (offer, producer, on_hand, low_at, counts) values ($1, $2, $3, $4, $7)
         on conflict (offer) do nothing returning offer, on_hand
       )
       insert into stock.movement (id, offer, kind, quantity, at)
       select $5, offer, 'received', on_hand, $6 from opened where on_hand > 0`,
      [offer, producer, quantity, lowAt(quantity), randomUUID(), this.clock.now(), counts],
    );
  }

  /** How much of each can be ordered now; an offer without a level is absent. */
  async available(offers: readonly string[]): Promise<Map<string, number>> {
    const levels = await this.levels(offers);
    return new Map([...levels].map(([offer, { available }]) => [offer, available]));
  }

  /** On hand, promised and available of each; an offer without a level is absent. */
  async levels(offers: readonly string[]): Promise<Map<string, Amounts>> {
    if (offers.length === 0) return new Map();
    const found = await rows<{ offer: string; onHand: number; held: number }>(
      this.db,
      'select offer, on_hand as "onHand", held from stock.level where offer = any($1::uuid[])',
      [offers],
    );
    return new Map(found.map(({ offer, onHand, held }) => [offer, { onHand, held, available: onHand - held }]));
  }

  /** Those of the offers of which something was sold, were it brought back since, or is promised now. */
  async everTaken(offers: readonly string[], db: DataSource | Tx = this.db): Promise<Set<string>> {
    const found = await rows<{ offer: string }>(
      db,
      `select offer from unnest($1::uuid[]) as asked (offer)
       where exists (select from stock.hold where hold.offer = asked.offer and hold.state = 'active')
         or exists (select from stock.movement where movement.offer = asked.offer and movement.kind = 'sold')`,
      [offers],
    );
    return new Set(found.map(({ offer }) => offer));
  }

  /** Promises all lines to an order until `until`, or none: `stock.too-little` names the offer and what there is. */
  async hold(tx: Tx, order: string, lines: readonly Line[], until: Date): Promise<void> {
    await this.lessen(tx, sql.hold, lines, [order, until]);
  }

  /** Sells all lines at once, without waiting for a payment, or none; refuses as `hold` does. */
  async take(tx: Tx, order: string, lines: readonly Line[]): Promise<void> {
    await this.lessen(tx, sql.take, lines, [order, this.clock.now()]);
  }

  /** What these orders hold becomes sold. Holds that have ended are not in the answer. */
  sell(tx: Tx, orders: readonly string[]): Promise<Taken[]> {
    return rows<Taken>(tx, sql.sell, [orders, this.clock.now()]);
  }

  /** What these orders hold is given back. A second time gives back nothing. */
  release(tx: Tx, orders: readonly string[]): Promise<Taken[]> {
    return rows<Taken>(tx, sql.release, [orders]);
  }

  /** What was sold in these lines comes back on hand. A second time brings back nothing. */
  takeBack(tx: Tx, lines: readonly { order: string; offer: string }[]): Promise<Taken[]> {
    const orders = lines.map((line) => line.order);
    const offers = lines.map((line) => line.offer);
    return rows<Taken>(tx, sql.takeBack, [orders, offers, this.clock.now()]);
  }

  /**
   * An order's lines were packed, perhaps less than was sold: what was left out comes back on hand, or is written off with why
   * it is no more. A second time changes nothing.
   */
  settle(
    tx: Tx,
    order: string,
    lines: readonly { offer: string; packed: number; lost: string | null }[],
  ): Promise<Line[]> {
    const offers = lines.map((line) => line.offer);
    const packed = lines.map((line) => line.packed);
    const lost = lines.map((line) => line.lost);
    return rows<Line>(tx, sql.settle, [offers, packed, lost, order, this.clock.now()]);
  }

  private async lessen(tx: Tx, statement: string, lines: readonly Line[], rest: unknown[]): Promise<void> {
    const offers = lines.map((line) => line.offer);
    const quantities = lines.map((line) => line.quantity);
    const answers = await rows<Answer>(tx, statement, [offers, quantities, ...rest]);
    for (const { offer, quantity, there, available } of answers) {
      // The row may have changed while we waited for it: what was there before can look like enough.
      if (available === null) {
        throw new Problem('stock.too-little', { offer, available: Math.max(0, Math.min(there ?? 0, quantity - 1)) });
      }
    }
    for (const { offer, quantity, available, lowAt } of answers) {
      if (available !== null && lowAt !== null && crossed({ available, taken: quantity, lowAt })) {
        await record(tx, actor, 'stock.low', offer, { available });
      }
    }
  }
}
