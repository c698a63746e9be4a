import { randomUUID } from 'node:crypto';
import type { StorageClass } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type Alarm, alarmOf, type Band, narrowest, type RuleRow } from './limits.rules.ts';

/** A shipment that left with a logger. */
export interface Departure {
  shipment: string;
  parcel: string;
  device: string;
  commune: string;
  toCommune: string;
  storage: StorageClass;
  commodities: readonly string[];
  dispatchedAt: Date;
}

/** For goods that ask for no temperature; a logger that falls silent is still told. */
const unruled = { holdMaxSeconds: 750, gapAlertSeconds: 3_600 };

/** One at a time: dispatches and deliveries are heard in any order and must come to the same. */
export const lockAssignments = (tx: Tx): Promise<unknown> =>
  rows(tx, `select pg_advisory_xact_lock(hashtextextended('coldchain.assignment', 0))`);

/** Gives a logger to a parcel, or notes why there is none to be believed. Holds `lockAssignments`. */
@Injectable()
export class WatchParcel {
  constructor(private readonly catalogue: Catalogue) {}

  async run(tx: Tx, departure: Departure): Promise<void> {
    const { shipment, device, dispatchedAt } = departure;
    const [known] = await rows<{ state: string | null; watched: boolean; ended: Date | null; busy: boolean }>(
      tx,
      standing,
      [shipment, device, dispatchedAt],
    );
    if (!known || known.watched) return;
    const reason =
      known.state === null ? 'unknown' : known.state === 'revoked' ? 'revoked' : known.busy ? 'busy' : null;
    if (reason) return this.note(tx, departure, reason);
    await this.assign(tx, departure, known.ended);
  }

  private async note(tx: Tx, departure: Departure, reason: 'unknown' | 'revoked' | 'busy'): Promise<void> {
    const { shipment, parcel, device, commune, toCommune, storage, commodities, dispatchedAt } = departure;
    await rows(
      tx,
      `insert into coldchain.unwatched
         (shipment, parcel, device, reason, commune, to_commune, storage, commodities, dispatched_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [shipment, parcel, device, reason, commune, toCommune, storage, commodities, dispatchedAt],
    );
  }

  private async assign(tx: Tx, departure: Departure, ended: Date | null): Promise<void> {
    const { shipment, parcel, device, commune, toCommune, storage, dispatchedAt } = departure;
    const bands = await this.bands(departure);
    const { low, high } = narrowest(bands);
    const rules = await rows<RuleRow>(tx, inForce, [storage, vietnamDay(dispatchedAt)]);
    const [below, above] = (['low', 'high'] as const).map((side) => alarmOf(side, bands, rules));
    const id = randomUUID();
    await rows(
      tx,
      `insert into coldchain.assignment
         (id, device, parcel, shipment, commune, to_commune, storage, limit_low, limit_high, rule_low, rule_high,
          alarm_low, alarm_high, hold_max_seconds, gap_alert_seconds, began_at, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id,
        device,
        parcel,
        shipment,
        commune,
        toCommune,
        storage,
        low,
        high,
        below?.rule.id ?? null,
        above?.rule.id ?? null,
        below?.limit ?? null,
        above?.limit ?? null,
        strictest('holdMaxSeconds', below, above),
        strictest('gapAlertSeconds', below, above),
        dispatchedAt,
        ended && (ended < dispatchedAt ? dispatchedAt : ended),
      ],
    );
    await rows(tx, 'insert into coldchain.dirty (assignment) values ($1)', [id]); // its readings may be here already
  }

  private async bands({ commodities, dispatchedAt }: Departure): Promise<Band[]> {
    const profiles = await Promise.all(
      commodities.map(async (commodity) => ({
        commodity,
        profile: await this.catalogue.profile(commodity, dispatchedAt),
      })),
    );
    return profiles.map(({ commodity, profile }) => ({
      commodity,
      minimum: profile?.minimumCelsius ?? null,
      maximum: profile?.maximumCelsius ?? null,
    }));
  }
}

const strictest = (field: keyof typeof unruled, ...alarms: (Alarm | undefined)[]): number => {
  const asked = alarms.flatMap((alarm) => (alarm ? [alarm.rule[field]] : []));
  return asked.length > 0 ? Math.min(...asked) : unruled[field];
};

/** A span without an end is open: a logger under way is busy until it arrives. */
const standing = `with shipment as (
    select (select at from coldchain.shipment_end where shipment = $1) as ended, $3::timestamptz as began
  )
  select
    (select state from coldchain.device where id = $2) as state,
    exists (select from coldchain.assignment where shipment = $1) as watched,
    ended,
    exists (
      select from coldchain.assignment
      where device = $2 and tstzrange(began_at, ended_at)
        && tstzrange(began, case when ended is not null then greatest(began, ended) end)
    ) as busy
  from shipment`;

const inForce = `select distinct on (commodity, side) id, storage, commodity, side, margin,
    delay_seconds as "delaySeconds", hysteresis, recover_seconds as "recoverSeconds",
    hold_max_seconds as "holdMaxSeconds", gap_alert_seconds as "gapAlertSeconds"
  from coldchain.rule where storage = $1 and valid_from <= $2
  order by commodity, side, valid_from desc`;
