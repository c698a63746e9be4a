import type { TemperatureSummary } from '@chophien/contracts';
import type { Side } from './detector.rules.ts';
import { seconds } from './trace.rules.ts';

export interface SummaryRow {
  id: string;
  parcel: string;
  device: string;
  limitLow: number | null;
  limitHigh: number | null;
  beganAt: Date;
  endedAt: Date | null;
  seenFrom: Date | null;
  minimum: number | null;
  maximum: number | null;
  meanKinetic: number | null;
  insideSeconds: number;
  outsideSeconds: number;
  lastCelsius: number | null;
  lastAt: Date | null;
  excursions: {
    id: string;
    side: Side;
    from: string;
    until: string | null;
    peak: number;
    seconds: number;
    state: 'open' | 'recovering' | 'ended';
  }[];
}

/** Each parcel's latest assignment, as it was last judged. */
export const summariesSql = `select distinct on (assignment.parcel) assignment.id, assignment.parcel, device,
    limit_low as "limitLow", limit_high as "limitHigh", began_at as "beganAt", ended_at as "endedAt",
    seen_from as "seenFrom", minimum, maximum, mean_kinetic as "meanKinetic", inside_seconds as "insideSeconds",
    outside_seconds as "outsideSeconds", last_celsius as "lastCelsius", last_at as "lastAt",
    coalesce(
      (select json_agg(json_build_object('id', id, 'side', side, 'from', started_at, 'until', excursion.ended_at,
         'peak', peak, 'seconds', out_seconds, 'state', state) order by started_at)
       from coldchain.excursion where excursion.assignment = assignment.id and state <> 'withdrawn'),
      '[]') as excursions
  from coldchain.assignment where assignment.parcel = any($1::uuid[])
  order by assignment.parcel, began_at desc`;

/** As a person reads it: what is not known inside or outside is unknown, and grows while nothing comes. */
export const summaryOf = (row: SummaryRow, now: Date): TemperatureSummary => {
  const from = row.seenFrom ?? row.beganAt;
  const until = row.endedAt ?? now;
  const whole = Math.max(0, seconds(until.getTime() - from.getTime()));
  return {
    device: row.device,
    minimumCelsius: row.minimum,
    maximumCelsius: row.maximum,
    limitLow: row.limitLow,
    limitHigh: row.limitHigh,
    insideSeconds: row.insideSeconds,
    outsideSeconds: row.outsideSeconds,
    unknownSeconds: Math.max(0, whole - row.insideSeconds - row.outsideSeconds),
    meanKinetic: row.meanKinetic,
    from: from.toISOString(),
    until: row.endedAt?.toISOString() ?? null,
    excursions: row.excursions.map(({ from, until, ...rest }) => ({
      ...rest,
      from: iso(from),
      until: until === null ? null : iso(until),
    })),
  };
};

/** PostgreSQL writes +00:00 into JSON; we say Z. */
const iso = (instant: string): string => new Date(instant).toISOString();
