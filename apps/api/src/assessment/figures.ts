import type { IndicatorId } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import * as sql from './assessment.sql.ts';
import type { FactKind } from './fact.rules.ts';
import {
  type ActivityRule,
  count,
  type Figure,
  isActive,
  judgedAt,
  lastDay,
  type Seller,
  share,
  windowOf,
} from './indicator.rules.ts';

/** A way of counting that is in force. */
export interface Criterion {
  indicator: IndicatorId;
  validFrom: string;
  formula: string;
  parameters: Partial<ActivityRule>;
  threshold: number | null;
  thresholdReference: string | null;
  reference: string;
}

export interface Declared {
  commune: string;
  kind: 'households' | 'key-products';
  households: number | null;
  commodities: string[] | null;
  document: string;
  at: Date;
}

/**
 * Which facts a number is made of: sales of these months and other kinds up to the last of them, of these producers and
 * commodities only when named.
 */
export interface Behind {
  from: string;
  to: string;
  producers: string[] | null;
  commodities: string[] | null;
  sales: boolean;
  kinds: FactKind[];
  /** The first month from which other kinds count: what was learned once stays learned. */
  since: string;
}

export interface Told extends Figure {
  behind: Behind;
  declared: Declared | null;
}

/** Counts from facts, each time anew: a number is as fresh as the last fact heard. */
@Injectable()
export class Figures {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The ways of counting of a month, by indicator. */
  async criteria(month: string): Promise<Map<IndicatorId, Criterion>> {
    const found = await rows<Criterion>(this.db, sql.criteria, [lastDay(month)]);
    return new Map(found.map((criterion) => [criterion.indicator, criterion]));
  }

  /** Shops that are active by a criterion. */
  async active(communes: readonly string[], month: string, { parameters }: Criterion): Promise<Seller[]> {
    const rule = { minimumListedDays: 0, windowMonths: 1, minimumOrders: 1, ...parameters };
    const { from, to } = windowOf(month, rule.windowMonths);
    const end = judgedAt(month, this.clock.now());
    const sellers = await rows<Seller>(this.db, sql.sellers, [communes, from, to, end]);
    return sellers.filter((seller) => isActive(seller, rule, end));
  }

  /** Whole đồng by commune. */
  async sales(communes: readonly string[], month: string): Promise<Map<string, number>> {
    const found = await rows<{ commune: string; value: number }>(this.db, sql.sales, [communes, month]);
    return new Map(found.map(({ commune, value }) => [commune, value]));
  }

  /** One indicator of one commune in one month. */
  async tell(commune: string, month: string, criterion: Criterion): Promise<Told> {
    const whole: Behind = of(month);
    switch (criterion.indicator) {
      case 'sales-value': {
        const value = (await this.sales([commune], month)).get(commune) ?? 0;
        return { ...count(value), behind: whole, declared: null };
      }
      case 'key-products-online': {
        const declared = await this.declared(commune, month, 'key-products');
        const commodities = declared?.commodities ?? [];
        const sold = await rows(this.db, sql.soldCommodities, [commune, month, commodities]);
        const figure = share(sold.length, declared ? commodities.length : null);
        return { ...figure, behind: { ...whole, commodities }, declared };
      }
      case 'households-selling': {
        const declared = await this.declared(commune, month, 'households');
        const active = await this.active([commune], month, criterion);
        const households = active.filter(({ kind }) => kind === 'household');
        const figure = share(households.length, declared?.households ?? null);
        return { ...figure, behind: ofThese(households, month, criterion), declared };
      }
      case 'active-shops': {
        const active = await this.active([commune], month, criterion);
        return { ...count(active.length), behind: ofThese(active, month, criterion), declared: null };
      }
      case 'households-trained': {
        const active = await this.active([commune], month, criterion);
        const households = active.filter(({ kind }) => kind === 'household');
        return this.among(sql.trained, households, { month, criterion, kinds: ['course.attended'] });
      }
      case 'sellers-verified': {
        const active = await this.active([commune], month, criterion);
        return this.among(sql.verified, active, { month, criterion, kinds: ['identity.verified', 'identity.refused'] });
      }
      case 'households-skilled': {
        const holders = await rows<{ producer: string; skilled: boolean }>(this.db, sql.holders, [commune, month]);
        const skilled = holders.filter((holder) => holder.skilled);
        const kinds: FactKind[] = ['producer.approved', 'skills.complete', 'skills.open'];
        const producers = holders.map(({ producer }) => producer);
        const behind = { ...of(month), sales: false, kinds, producers };
        return { ...share(skilled.length, holders.length), behind, declared: null };
      }
      case 'support-on-time':
        return this.onTime(commune, month, ['support.on-time', 'support.late']);
      case 'complaints-on-time':
        return this.onTime(commune, month, ['complaint.on-time', 'complaint.late']);
    }
  }

  /** The share of what came to its end in a month that did so in time; the first of the kinds is the one in time. */
  private async onTime(commune: string, month: string, kinds: [FactKind, FactKind]): Promise<Told> {
    const [found] = await rows<{ total: number; onTime: number }>(this.db, sql.onTime, [commune, month, ...kinds]);
    const behind = { ...of(month), sales: false, kinds, since: month };
    return { ...share(found?.onTime ?? 0, found?.total ?? 0), behind, declared: null };
  }

  /** The share of these sellers that a statement finds. */
  private async among(
    statement: string,
    sellers: readonly Seller[],
    { month, criterion, kinds }: { month: string; criterion: Criterion; kinds: FactKind[] },
  ): Promise<Told> {
    const found = await rows(this.db, statement, [sellers.map(({ producer }) => producer), month]);
    const behind = { ...ofThese(sellers, month, criterion), kinds };
    return { ...share(found.length, sellers.length), behind, declared: null };
  }

  private async declared(commune: string, month: string, kind: Declared['kind']): Promise<Declared | null> {
    const found = await rows<Declared>(this.db, sql.declared, [[commune], lastDay(month)]);
    return found.find((declared) => declared.kind === kind) ?? null;
  }
}

/** Of one month, everything. */
const of = (month: string): Behind => ({
  from: month,
  to: month,
  producers: null,
  commodities: null,
  sales: true,
  kinds: [],
  since: '0001-01',
});

const ofThese = (shops: readonly Seller[], month: string, { parameters }: Criterion): Behind => ({
  ...of(month),
  ...windowOf(month, parameters.windowMonths ?? 1),
  producers: shops.map(({ producer }) => producer),
});
