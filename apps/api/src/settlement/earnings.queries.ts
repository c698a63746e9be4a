import {
  areaOf,
  type getProducerStatement,
  type listMyStatements,
  type ParamsOf,
  producersOf,
  type ResultOf,
} from '@chophien/contracts';
import { monthBounds } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import * as sql from './earnings.sql.ts';
import { notFound } from './payouts.ts';

type Statement = ResultOf<typeof getProducerStatement>;
type Line = Omit<Statement['items'][number], 'at'> & { at: Date };
type Paid = Omit<Statement['payouts'][number], 'at'> & { at: Date };
type Asked = ParamsOf<typeof getProducerStatement>;

const none = { sales: 0, goods: 0, shipping: 0, commission: 0, vat: 0, pit: 0, net: 0, through: 0, owed: 0 };

/** What a producer earned in a month: as the province's accountant reads it, and as she does herself. The same numbers. */
@Injectable()
export class EarningsQueries {
  constructor(private readonly db: DataSource) {}

  statement(actor: Actor, asked: Asked): Promise<Statement> {
    return this.of(asked, { provinces: areaOf(actor, 'settlement.read').provinces, producers: null });
  }

  mine(actor: Actor, asked: Asked): Promise<Statement> {
    return this.of(asked, { provinces: null, producers: producersOf(actor, 'statement.read') });
  }

  async months(actor: Actor, producer: string): Promise<ResultOf<typeof listMyStatements>> {
    if (!producersOf(actor, 'statement.read').includes(producer)) throw notFound();
    const [items, [standing]] = await Promise.all([
      rows<ResultOf<typeof listMyStatements>['items'][number]>(this.db, sql.monthsOfProducer, [producer]),
      rows<{ balance: number; owed: number }>(this.db, sql.standingNow, [producer]),
    ]);
    return { items, balance: standing?.balance ?? 0, owed: standing?.owed ?? 0 };
  }

  private async of(
    { producer, month }: Asked,
    { provinces, producers }: { provinces: string[] | null; producers: string[] | null },
  ): Promise<Statement> {
    const { from, to } = monthBounds(month);
    const [named] = await rows<{ name: string; province: string }>(this.db, sql.nameOfProducer, [
      producer,
      provinces,
      producers,
    ]);
    if (!named) throw notFound();
    const asked = [producer, from, to];
    const [items, [totals], [ledger], [standing], payouts, closed] = await Promise.all([
      rows<Line>(this.db, sql.linesOfProducer, asked),
      rows<Statement['totals']>(this.db, sql.totalsOfProducer, asked),
      rows<Statement['ledger']>(this.db, sql.ledgerOfProducer, asked),
      rows<Pick<Statement, 'opening' | 'paidOut' | 'closing' | 'balance' | 'owed'>>(
        this.db,
        sql.standingOfProducer,
        asked,
      ),
      rows<Paid>(this.db, sql.payoutsOfProducer, asked),
      rows(this.db, sql.monthOf, [named.province, to]),
    ]);
    return {
      producer,
      name: named.name,
      month,
      closed: closed.length > 0,
      items: items.map((line) => ({ ...line, at: line.at.toISOString() })),
      totals: { ...(totals ?? none), sales: totals?.sales ?? 0 },
      ledger: ledger ?? none,
      ...(standing ?? { opening: 0, paidOut: 0, closing: 0, balance: 0, owed: 0 }),
      payouts: payouts.map((paid) => ({ ...paid, at: paid.at.toISOString() })),
    };
  }
}
