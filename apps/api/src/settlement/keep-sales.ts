import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Ordering, type SoldParcel } from '../ordering/index.ts';
import { Payments } from '../payments/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import {
  type CommissionRule,
  commissionOf,
  type Holder,
  partsOf,
  ruleFor,
  taxKindOf,
  type TaxRule,
  withhold,
} from './sale.rules.ts';

interface DatedRules {
  commission: CommissionRule[];
  tax: TaxRule[];
  withholds: Set<Holder>;
  holders: Map<string, Holder>;
}

/**
 * Divides each parcel of an order by the rules of the day it was placed: commission, taxes and what is the producer's are
 * written down then. What is packed short is divided anew by the same day's rules, and nothing is once it was handed over.
 */
@Injectable()
export class KeepSales implements Listener<'order.placed' | 'parcel.packed'> {
  constructor(
    private readonly ordering: Ordering,
    private readonly catalogue: Catalogue,
    private readonly payments: Payments,
  ) {}

  async handle(events: EventOf<'order.placed' | 'parcel.packed'>[], tx: Tx): Promise<void> {
    const orders = events.map((event) => (event.type === 'order.placed' ? event.subject : event.data.order));
    await this.ensure(tx, [...new Set(orders)]);
  }

  /** What was sold with these orders, written down as it stands: news may overtake each other. */
  async ensure(tx: Tx, orders: readonly string[]): Promise<Map<string, SoldParcel>> {
    const parcels = await this.ordering.sold(tx, orders);
    const known = await rows<{ parcel: string; goods: number }>(
      tx,
      'select parcel, goods from settlement.sale where order_id = any($1::uuid[])',
      [orders],
    );
    const there = new Map(known.map(({ parcel, goods }) => [parcel, goods]));
    const changed = parcels.filter((sold) => there.get(sold.parcel) !== sold.goods);
    if (changed.length > 0) await this.write(tx, changed);
    return new Map(parcels.map((sold) => [sold.parcel, sold]));
  }

  /** The rules of a day and what the law says of goods are read once for all, and all is written in one statement. */
  private async write(tx: Tx, parcels: readonly SoldParcel[]): Promise<void> {
    const offers = parcels.flatMap(({ lines }) => lines.map(({ offer }) => offer));
    const facts = await this.catalogue.taxFacts(tx, [...new Set(offers)]);
    const sales: Sale[] = [];
    for (const [day, together] of Map.groupBy(parcels, ({ placedAt }) => vietnamDay(placedAt))) {
      const rules = await this.rulesAt(tx, day, (together[0] as SoldParcel).placedAt);
      sales.push(...together.map((sold) => divided(sold, rules, facts)));
    }
    await rows(tx, insert, [JSON.stringify(sales)]);
  }

  private async rulesAt(tx: Tx, day: string, at: Date): Promise<DatedRules> {
    const functions = await rows<{ holder: Holder; withholds: boolean }>(tx, functionsAt, [day]);
    return {
      commission: await rows<CommissionRule>(tx, commissionAt, [day]),
      tax: await rows<TaxRule>(tx, taxAt, [day]),
      withholds: new Set(functions.filter(({ withholds }) => withholds).map(({ holder }) => holder)),
      holders: await this.payments.holdersAt(tx, at),
    };
  }
}

/** A row of settlement.sale. */
type Sale = Record<string, string | number | boolean | object | null>;

const divided = (sold: SoldParcel, rules: DatedRules, facts: Awaited<ReturnType<Catalogue['taxFacts']>>): Sale => {
  const { province, producerKind, method, goods } = sold;
  const lines = sold.lines.map(({ offer, ...line }) => ({ ...line, kind: taxKindOf(facts.get(offer)) }));
  const holder = rules.holders.get(method) ?? 'partner';
  const rule = ruleFor(rules.commission, { province, producerKind, method });
  // The decrees speak of households and people; a cooperative files for itself.
  const applies = rules.withholds.has(holder) && producerKind !== 'cooperative';
  const withheld = withhold(lines, rules.tax, applies);
  return {
    parcel: sold.parcel,
    order_id: sold.order,
    order_code: sold.orderCode,
    code: sold.code,
    producer: sold.producer,
    producer_name: sold.producerName,
    province,
    method,
    holder,
    goods,
    shipping: sold.shipping,
    ...partsOf(goods, commissionOf(rule, goods), withheld),
    commission_rule: rule?.id ?? null,
    explained: { lines, withheld },
    placed_at: sold.placedAt,
    held: sold.held ? 1 : 0,
  };
};

const inForce = 'valid_from <= $1::date and (valid_to is null or valid_to > $1::date)';
const commissionAt = `select id, province, producer_kind as "producerKind", method, percent_bp as "percentBp", fixed, floor, cap
  from settlement.commission_rule where ${inForce} order by position, id`;
const taxAt = `select id, kind, vat_bp as "vatBp", pit_bp as "pitBp", legal_ref as "legalRef"
  from settlement.tax_rule where ${inForce}`;
const functionsAt = `select distinct on (holder) holder, withholds from settlement.payment_function
  where valid_from <= $1::date order by holder, valid_from desc`;

const insert = `insert into settlement.sale (parcel, order_id, order_code, code, producer, producer_name, province, method, holder,
    goods, shipping, commission, vat, pit, net, commission_rule, explained, placed_at, held)
  select parcel, order_id, order_code, code, producer, producer_name, province, method, holder,
    goods, shipping, commission, vat, pit, net, commission_rule, explained, placed_at, held
  from jsonb_populate_recordset(null::settlement.sale, $1::jsonb) order by parcel
  on conflict (parcel) do update set goods = excluded.goods, commission = excluded.commission, vat = excluded.vat,
    pit = excluded.pit, net = excluded.net, explained = excluded.explained
  where sale.earned_at is null`;
