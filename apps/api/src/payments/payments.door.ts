import type { Holder } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { Waiting } from '../platform/waiting.ts';
import { holdersAt } from './holding.ts';
import { TaskQueries } from './task.queries.ts';

/** What other contexts may ask of payments. */
@Injectable()
export class Payments {
  constructor(
    private readonly db: DataSource,
    private readonly tasks: TaskQueries,
  ) {}

  /** Who holds the money of each method on the day of that moment. */
  holdersAt(tx: Tx, at: Date): Promise<Map<string, Holder>> {
    return holdersAt(tx, at);
  }

  /** Who gave a refund back. */
  async holderOfRefund(tx: Tx, refund: string): Promise<'partner' | 'seller' | undefined> {
    const [found] = await rows<{ holder: 'partner' | 'seller' }>(
      tx,
      'select r.holder from payments.refund f join payments.receipt r on r.id = f.receipt_id where f.id = $1',
      [refund],
    );
    return found?.holder;
  }

  /** The bank's and the carrier's numbers of the money of an order and a parcel. */
  moneyOf(order: string, parcel: string): Promise<MoneyOf[]> {
    return rows<MoneyOf>(this.db, moneyOf, [order, parcel]);
  }

  /** How much waits for a person in the actor's area. */
  waiting(actor: Actor): Promise<Waiting> {
    return this.tasks.waiting(actor);
  }
}

interface MoneyOf {
  provider: string;
  reference: string;
  amount: number;
  at: Date;
}

const moneyOf = `select provider, reference, amount, at from payments.receipt where order_id = $1 and clear
  union all
  select 'carrier', coalesce(reference, code), remitted, coalesce(remitted_at, collected_at) from payments.cash
  where parcel = $2 and collected_at is not null
  order by at`;
