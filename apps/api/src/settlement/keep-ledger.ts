import { Injectable } from '@nestjs/common';
import { Payments } from '../payments/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { cutSale } from './cut-sale.ts';
import { KeepSales } from './keep-sales.ts';
import { openFrom, post } from './ledger.ts';
import { cashCame, earned, moneyBack, moneyCame, reversed } from './ledger.rules.ts';
import type { Sale } from './settlement.entity.ts';

type Heard =
  | 'money.received'
  | 'cash.collected'
  | 'cash.remitted'
  | 'refund.settled'
  | 'parcel.delivered'
  | 'parcel.returned'
  | 'parcel.held'
  | 'parcel.released'
  | 'claim.opened'
  | 'claim.decided';

/** Writes what happens to money and parcels into the ledger. Every entry names the fact or the parcel it is of. */
@Injectable()
export class KeepLedger implements Listener<Heard> {
  constructor(
    private readonly sales: KeepSales,
    private readonly payments: Payments,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const event of events) {
      const order = orderOf(event);
      const sold = await this.sales.ensure(tx, [order]);
      const [first] = sold.values();
      if (!first) continue;
      await this.one(tx, event, { order, province: first.province, held: sold.get(event.subject)?.held ?? false });
    }
  }

  private async one(
    tx: Tx,
    event: EventOf<Heard>,
    { order, province, held }: { order: string; province: string; held: boolean },
  ): Promise<void> {
    const of = { source: event.id, order, parcel: null, province, at: event.at };
    switch (event.type) {
      case 'money.received':
        await post(tx, { ...of, kind: 'money-came', postings: moneyCame(event.data.holder, event.data.amount) });
        return;
      case 'cash.collected': {
        const { parcel, amount } = event.data;
        await post(tx, { ...of, parcel, kind: 'cash-collected', postings: moneyCame('carrier', amount) });
        return;
      }
      case 'cash.remitted': {
        const { parcel, amount } = event.data;
        const written = await post(tx, { ...of, parcel, kind: 'cash-remitted', postings: cashCame(amount) });
        if (written)
          await rows(tx, 'update settlement.sale set funded = funded + $2 where parcel = $1', [parcel, amount]);
        return;
      }
      case 'refund.settled': {
        const holder = await this.payments.holderOfRefund(tx, event.data.refund);
        await post(tx, { ...of, kind: 'refund', postings: moneyBack(holder ?? 'partner', event.data.amount) });
        return;
      }
      case 'parcel.delivered':
        return this.earn(tx, event);
      case 'parcel.returned':
        return this.takeBack(tx, event);
      case 'claim.decided':
        await cutSale(tx, event);
        return this.hold(tx, event.subject, held);
      case 'claim.opened':
      case 'parcel.held':
      case 'parcel.released':
      default:
        return this.hold(tx, event.subject, held);
    }
  }

  /** Nothing is paid out of what is held, by the cold chain or by a claim. */
  private async hold(tx: Tx, parcel: string, held: boolean): Promise<void> {
    await rows(tx, 'update settlement.sale set held = $2 where parcel = $1', [parcel, held ? 1 : 0]);
  }

  private async earn(tx: Tx, { subject: parcel, at }: EventOf<'parcel.delivered'>): Promise<void> {
    const [sale] = await rows<Sale>(tx, lockedSale, [parcel]);
    if (!sale || sale.earnedAt) return;
    const entry = { source: parcel, order: sale.orderId, parcel, province: sale.province, at };
    const counts = await post(tx, { ...entry, kind: 'earned', postings: earned(sale) });
    await rows(tx, 'update settlement.sale set earned_at = $2 where parcel = $1', [
      parcel,
      counts ?? (await openFrom(tx, sale.province, at)),
    ]);
  }

  /** A parcel that came back after it had been earned: the whole division is taken back, taxes with it. */
  private async takeBack(tx: Tx, { subject: parcel, at }: EventOf<'parcel.returned'>): Promise<void> {
    const [sale] = await rows<Sale>(tx, lockedSale, [parcel]);
    if (!sale?.earnedAt || sale.reversedAt) return;
    const entry = { source: parcel, order: sale.orderId, parcel, province: sale.province, at };
    const counts = await post(tx, { ...entry, kind: 'reversed', postings: reversed(earned(sale)) });
    await rows(tx, 'update settlement.sale set reversed_at = $2 where parcel = $1', [
      parcel,
      counts ?? (await openFrom(tx, sale.province, at)),
    ]);
  }
}

const orderOf = (event: EventOf<Heard>): string => ('order' in event.data ? event.data.order : event.subject);

const lockedSale = `select parcel, order_id as "orderId", producer, province, holder, goods, shipping, commission, vat, pit, net,
    earned_at as "earnedAt", reversed_at as "reversedAt"
  from settlement.sale where parcel = $1 for update`;
