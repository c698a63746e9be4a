import type { TemperatureSummary, TemperatureTrace } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { ColdchainQueries } from './coldchain.queries.ts';
import { type SummaryRow, summariesSql, summaryOf } from './summary.sql.ts';
import { gaps, judged, thin } from './trace.rules.ts';

/** Points of a chart at most. */
const mostPoints = 600;

/** What a logger said last. */
export interface LastReading {
  device: string;
  celsius: number | null;
  at: Date | null;
}

const nothing: TemperatureSummary = {
  device: null,
  minimumCelsius: null,
  maximumCelsius: null,
  limitLow: null,
  limitHigh: null,
  insideSeconds: 0,
  outsideSeconds: 0,
  unknownSeconds: 0,
  meanKinetic: null,
  from: null,
  until: null,
  excursions: [],
};

/** What other contexts may ask of the cold chain. */
@Injectable()
export class Coldchain {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: ColdchainQueries,
  ) {}

  /** How cold those of the parcels were kept that a logger rides or rode with; the others are not in it. */
  async summary(parcels: readonly string[]): Promise<Map<string, TemperatureSummary>> {
    const found = await this.rows(parcels);
    return new Map(found.map((row) => [row.parcel, summaryOf(row, this.clock.now())]));
  }

  /** The same with the readings, thinned for a chart so that no peak is lost; nothing (device null) without a logger. */
  async trace(parcel: string): Promise<TemperatureTrace> {
    const [row] = await this.rows([parcel]);
    const watched = row && (await this.queries.watched(this.db, row.id));
    if (!row || !watched) return { ...nothing, readings: [], gaps: [] };
    const now = this.clock.now();
    const { readings, stretches } = await this.queries.seen(this.db, watched, now);
    return {
      ...summaryOf(row, now),
      readings: thin(judged(readings), mostPoints).map(({ at, celsius, flagged }) => ({
        at: iso(at),
        celsius,
        flagged,
      })),
      gaps: gaps(stretches).map(({ from, until }) => ({ from: iso(from), until: iso(until) })),
    };
  }

  /** The last good temperature and when the logger was last heard, for those of the parcels that have one. */
  async last(parcels: readonly string[]): Promise<Map<string, LastReading>> {
    const found = await this.rows(parcels);
    return new Map(
      found.map(({ parcel, device, lastCelsius, lastAt }) => [parcel, { device, celsius: lastCelsius, at: lastAt }]),
    );
  }

  private rows(parcels: readonly string[]): Promise<SummaryRow[]> {
    return parcels.length === 0 ? Promise.resolve([]) : rows<SummaryRow>(this.db, summariesSql, [parcels]);
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
