import type { StorageClass } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { readFrom } from './assignment.sql.ts';
import { type DetectorRule, held, type Side, type Stretch } from './detector.rules.ts';
import type { KnownExcursion } from './excursion.rules.ts';
import { detectorRule, type RuleRow } from './limits.rules.ts';
import { judged, type Measured } from './trace.rules.ts';

/** A logger with a parcel, and by what its temperature is judged. */
export interface Watched {
  id: string;
  device: string;
  parcel: string;
  shipment: string;
  commune: string;
  storage: StorageClass;
  limitLow: number | null;
  limitHigh: number | null;
  holdMaxSeconds: number;
  beganAt: Date;
  endedAt: Date | null;
  /** From when on readings are this parcel's. */
  readFrom: Date;
  alarms: (DetectorRule & { id: number })[];
}

/** What the readings of one assignment show, up to an instant. */
export interface Seen {
  readings: Measured[];
  stretches: Stretch[];
  seenFrom: Date;
  /** Milliseconds. */
  until: number;
}

type Db = DataSource | Tx;

@Injectable()
export class ColdchainQueries {
  async watched(db: Db, id: string): Promise<Watched | undefined> {
    const [row] = await rows<WatchedRow>(db, watchedSql, [id]);
    if (!row) return undefined;
    const { alarmLow, alarmHigh, ruleLow, ruleHigh, ...watched } = row;
    const alarms = (
      [
        [ruleLow, alarmLow],
        [ruleHigh, alarmHigh],
      ] as const
    ).flatMap(([rule, limit]) => (rule && limit !== null ? [{ id: rule.id, ...detectorRule({ rule, limit }) }] : []));
    return { ...watched, alarms };
  }

  /** The readings of an assignment in order of time, and what was known when. */
  async seen(db: Db, { device, readFrom: from, beganAt, endedAt, holdMaxSeconds }: Watched, now: Date): Promise<Seen> {
    const end = endedAt && endedAt < now ? endedAt : now;
    const found = await rows<{ channel: string; at: Date; celsius: number; flags: number }>(db, readingsSql, [
      device,
      from,
      end,
    ]);
    const readings = found.map(({ channel, at, celsius, flags }) => ({
      channel,
      at: at.getTime(),
      celsius,
      flagged: flags !== 0,
    }));
    const first = readings[0]?.at ?? beganAt.getTime();
    const span = { from: Math.min(first, beganAt.getTime()), until: end.getTime() };
    return {
      readings,
      stretches: held(judged(readings), holdMaxSeconds * 1_000, span),
      seenFrom: new Date(span.from),
      until: span.until,
    };
  }

  /** Excursions that stand, with what was last said of each. */
  async excursionsOf(db: Db, assignment: string): Promise<KnownExcursion[]> {
    const found = await rows<StoredRow>(db, excursionsSql, [assignment]);
    return found.map((row) => ({
      id: row.id,
      side: row.side,
      from: row.from.getTime(),
      confirmed: row.confirmed.getTime(),
      until: row.until?.getTime() ?? null,
      peak: row.peak,
      outside: row.seconds * 1_000,
      state: row.state,
      said: { until: row.saidUntil?.getTime() ?? null, outside: row.saidSeconds * 1_000, peak: row.saidPeak },
    }));
  }
}

interface WatchedRow extends Omit<Watched, 'alarms'> {
  alarmLow: number | null;
  alarmHigh: number | null;
  ruleLow: RuleRow | null;
  ruleHigh: RuleRow | null;
}

interface StoredRow {
  id: string;
  side: Side;
  from: Date;
  confirmed: Date;
  until: Date | null;
  peak: number;
  seconds: number;
  state: KnownExcursion['state'];
  saidUntil: Date | null;
  saidSeconds: number;
  saidPeak: number;
}

const ruleAs = (alias: string) => `case when ${alias}.id is not null then json_build_object(
  'id', ${alias}.id, 'side', ${alias}.side, 'delaySeconds', ${alias}.delay_seconds, 'hysteresis', ${alias}.hysteresis,
  'recoverSeconds', ${alias}.recover_seconds) end`;

const watchedSql = `select assignment.id, device, parcel, shipment, commune, assignment.storage,
    limit_low as "limitLow", limit_high as "limitHigh", alarm_low as "alarmLow", alarm_high as "alarmHigh",
    assignment.hold_max_seconds as "holdMaxSeconds", began_at as "beganAt", ended_at as "endedAt",
    ${readFrom} as "readFrom", ${ruleAs('low')} as "ruleLow", ${ruleAs('high')} as "ruleHigh"
  from coldchain.assignment
  left join coldchain.rule low on low.id = rule_low
  left join coldchain.rule high on high.id = rule_high
  where assignment.id = $1`;

/** A conflicting value stands beside the first one, in the same instant. */
const readingsSql = `select channel, device_time as at, value as celsius, flags from coldchain.reading
  where device = $1 and device_time >= $2 and device_time <= $3
  union all
  select channel, device_time, value, flags from coldchain.reading_conflict
  where device = $1 and device_time >= $2 and device_time <= $3
  order by at, channel, celsius`;

const excursionsSql = `select excursion.id, side, excursion.started_at as from, confirmed_at as confirmed,
    excursion.ended_at as until, excursion.peak, excursion.out_seconds as seconds, excursion.state,
    said.ended_at as "saidUntil", said.out_seconds as "saidSeconds", said.peak as "saidPeak"
  from coldchain.excursion
  join coldchain.excursion_revision said on said.excursion = excursion.id and said.revision = excursion.revision
  where assignment = $1 and excursion.state <> 'withdrawn'
  order by excursion.started_at`;
