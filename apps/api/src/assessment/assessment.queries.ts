import {
  type getCommuneAssessment,
  type IndicatorId,
  type IndicatorView,
  type listAssessedCommunes,
  type listFacts,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { Area } from './area.ts';
import * as sql from './assessment.sql.ts';
import { type Behind, type Criterion, Figures, type Told } from './figures.ts';
import { indicatorIds, indicators, monthsBefore, statusOf } from './indicator.rules.ts';

const pageSize = 50;

interface FactRow {
  event: string;
  type: string;
  subject: string;
  at: Date;
  day: string;
  kind: string;
  amount: number;
  producer: string | null;
  commodity: string | null;
  channel: string | null;
}

/** What officials read. Another area's commune is not found. */
@Injectable()
export class AssessmentQueries {
  constructor(
    private readonly db: DataSource,
    private readonly area: Area,
    private readonly communes: Communes,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  async commune(actor: Actor, code: string, month: string): Promise<ResultOf<typeof getCommuneAssessment>> {
    const commune = await this.area.commune(actor, code, 'assessment.read');
    const before = monthsBefore(month, 1);
    const [criteria, earlier, daily] = await Promise.all([
      this.figures.criteria(month),
      this.figures.criteria(before),
      rows<{ day: string; value: number; orders: number }>(this.db, sql.daily, [commune.code, month]),
    ]);
    const views = await Promise.all(
      indicatorIds.map(async (id) => {
        const [now, then] = [criteria.get(id), earlier.get(id)];
        if (!now) return [];
        const [told, previous] = await Promise.all([
          this.figures.tell(commune.code, month, now),
          then && this.figures.tell(commune.code, before, then),
        ]);
        const events = await this.count(commune.code, told.behind);
        return [indicatorView(now, told, { previous: previous?.value ?? null, events })];
      }),
    );
    return {
      commune: { code: commune.code, fullName: commune.fullName, province: commune.province.name },
      month,
      computedAt: this.clock.now().toISOString(),
      indicators: views.flat(),
      daily,
    };
  }

  async list(actor: Actor, month: string): Promise<ResultOf<typeof listAssessedCommunes>> {
    const codes = await this.area.of(actor, 'assessment.read');
    const [known, criteria, sales] = await Promise.all([
      this.communes.many(codes),
      this.figures.criteria(month),
      this.figures.sales(codes, month),
    ]);
    const [shops, households] = await Promise.all([
      this.active(codes, month, criteria.get('active-shops')),
      this.active(codes, month, criteria.get('households-selling')),
    ]);
    const items = [...known].map(([code, { fullName }]) => ({
      code,
      fullName,
      shops: shops.filter(({ commune }) => commune === code).length,
      households: households.filter(({ commune, kind }) => commune === code && kind === 'household').length,
      sales: sales.get(code) ?? 0,
    }));
    return { month, items: items.sort((a, b) => b.sales - a.sales || a.fullName.localeCompare(b.fullName, 'vi')) };
  }

  /** The facts behind a number, newest first. */
  async facts(
    actor: Actor,
    { code, indicator }: { code: string; indicator: IndicatorId },
    { month, page }: QueryOf<typeof listFacts>,
  ): Promise<ResultOf<typeof listFacts>> {
    const commune = await this.area.commune(actor, code, 'assessment.facts');
    const criterion = (await this.figures.criteria(month)).get(indicator);
    if (!criterion) throw new Problem('assessment.indicator-unknown');
    const { behind } = await this.figures.tell(commune.code, month, criterion);
    const [total, items] = await Promise.all([
      this.count(commune.code, behind),
      rows<FactRow>(this.db, sql.facts, [...parameters(commune.code, behind), pageSize, (page - 1) * pageSize]),
    ]);
    return {
      items: items.map((fact) => ({ ...fact, at: fact.at.toISOString() })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
    };
  }

  private active(codes: readonly string[], month: string, criterion: Criterion | undefined) {
    return criterion ? this.figures.active(codes, month, criterion) : Promise.resolve([]);
  }

  private async count(commune: string, behind: Behind): Promise<number> {
    const [found] = await rows<{ total: number }>(this.db, sql.factCount, parameters(commune, behind));
    return found?.total ?? 0;
  }
}

const parameters = (commune: string, { from, to, producers, commodities, sales, kinds, since }: Behind): unknown[] => [
  commune,
  from,
  to,
  producers,
  commodities,
  sales,
  kinds,
  since,
];

const indicatorView = (
  { indicator, formula, threshold, thresholdReference, validFrom }: Criterion,
  { value, numerator, denominator, declared }: Told,
  rest: Pick<IndicatorView, 'previous' | 'events'>,
): IndicatorView => ({
  id: indicator,
  ...indicators[indicator],
  value,
  numerator,
  denominator,
  formula,
  declared: declared && {
    value: declared.households ?? declared.commodities?.length ?? 0,
    document: declared.document,
    at: declared.at.toISOString(),
  },
  status: statusOf(value, threshold),
  threshold: threshold === null ? null : { value: threshold, reference: thresholdReference ?? '', validFrom },
  ...rest,
});
