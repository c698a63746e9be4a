import {
  areaOf,
  type getSettledSale,
  type getSettlement,
  producersOf,
  type QueryOf,
  type ResultOf,
  type SettledSale,
} from '@chophien/contracts';
import { monthBounds, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Payments } from '../payments/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { limitsAt, payableNow } from './payout.sql.ts';
import { notFound } from './payouts.ts';
import type { Sale } from './settlement.entity.ts';
import * as sql from './settlement.sql.ts';

const pageSize = 50;
const day = 86_400_000;

type SaleView = z.input<typeof SettledSale>;
type SaleRow = Omit<Sale, 'held' | 'payout'> & { held: boolean; payout: SaleView['payout'] };
type Overview = ResultOf<typeof getSettlement>;
type Explained = ResultOf<typeof getSettledSale>;

/** The books as the people of a province read them, and one sale as its seller does. */
@Injectable()
export class SettlementQueries {
  constructor(
    private readonly db: DataSource,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async overview(actor: Actor, { month, page }: QueryOf<typeof getSettlement>): Promise<Overview> {
    const { provinces } = areaOf(actor, 'settlement.read');
    const { from, to } = monthBounds(month);
    const [balances, found, payable] = await Promise.all([
      rows<Overview['balances'][number]>(this.db, sql.balances, [provinces]),
      rows<Overview['producers'][number]>(this.db, sql.producersOfMonth, [
        provinces,
        from,
        to,
        pageSize + 1,
        (page - 1) * pageSize,
      ]),
      this.payable(provinces),
    ]);
    return {
      month,
      balances,
      sum: balances.reduce((whole, { amount }) => whole + amount, 0),
      producers: found.slice(0, pageSize),
      page,
      more: found.length > pageSize,
      payable,
    };
  }

  private async payable([province]: readonly string[]): Promise<Overview['payable']> {
    const now = this.clock.now();
    const [limits] = await rows<{ window: number }>(this.db, limitsAt, [vietnamDay(now)]);
    const upTo = new Date(now.getTime() - (limits?.window ?? 0) * day);
    const [sum] = await rows<Overview['payable']>(this.db, payableNow, [province ?? '', upTo]);
    return sum ?? { producers: 0, amount: 0 };
  }

  sale(actor: Actor, parcel: string): Promise<Explained> {
    return this.explain(parcel, { provinces: areaOf(actor, 'settlement.read').provinces, producers: null });
  }

  /** One of the actor's own. */
  async mySale(actor: Actor, { producer, parcel }: { producer: string; parcel: string }): Promise<Explained> {
    const mine = producersOf(actor, 'statement.read').filter((one) => one === producer);
    return this.explain(parcel, { provinces: null, producers: mine });
  }

  private async explain(
    parcel: string,
    { provinces, producers }: { provinces: string[] | null; producers: string[] | null },
  ): Promise<Explained> {
    type Row = SaleRow & { ruleId: string | null; percentBp: number; fixed: number; ruleRef: string; payoutId: string };
    const [sale] = await rows<Row>(this.db, sql.saleOf, [parcel, provinces, producers]);
    if (!sale) throw notFound();
    type EntryRow = Omit<Explained['entries'][number], 'at' | 'happenedAt'> & { at: Date; happenedAt: Date | null };
    const [entries, money] = await Promise.all([
      rows<EntryRow>(this.db, sql.entriesOf, [parcel, sale.orderId, sale.payoutId ?? '-']),
      this.payments.moneyOf(sale.orderId, parcel),
    ]);
    const { ruleId, percentBp, fixed, ruleRef } = sale;
    return {
      ...viewOf(sale),
      producer: { id: sale.producer, name: sale.producerName },
      placedAt: sale.placedAt.toISOString(),
      lines: sale.explained.lines,
      withheld: sale.explained.withheld,
      commissionRule: ruleId === null ? null : { id: ruleId, percentBp, fixed, legalRef: ruleRef },
      entries: entries.map(({ at, happenedAt, ...entry }) => ({
        ...entry,
        at: at.toISOString(),
        happenedAt: happenedAt?.toISOString() ?? null,
      })),
      money: money.map((one) => ({ ...one, at: one.at.toISOString() })),
    };
  }
}

const viewOf = (sale: SaleRow): SaleView => {
  const { parcel, code, orderCode, method, holder, goods, shipping, commission, vat, pit, net, held, payout } = sale;
  const parts = { goods, shipping, commission, vat, pit, net };
  const earnedAt = sale.earnedAt?.toISOString() ?? null;
  const reversedAt = sale.reversedAt?.toISOString() ?? null;
  return { parcel, code, orderCode, earnedAt, reversedAt, method, holder, ...parts, held, payout };
};
