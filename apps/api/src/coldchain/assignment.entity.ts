import type { StorageClass } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A logger riding with a parcel, what was asked of the temperature that day, and what the readings say. */
@Entity({ schema: 'coldchain', name: 'assignment' })
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('text') device: string;
  @Column('uuid') parcel: string;
  @Column('uuid') shipment: string;
  @Column('text') commune: string;
  @Column('text', { name: 'to_commune' }) toCommune: string;
  @Column('text') storage: StorageClass;
  /** °C between which the goods keep, by their profiles on the day of dispatch. */
  @Column('real', { name: 'limit_low', nullable: true }) limitLow: number | null;
  @Column('real', { name: 'limit_high', nullable: true }) limitHigh: number | null;
  /** The rules in force then, and the °C from which they count. */
  @Column('integer', { name: 'rule_low', nullable: true }) ruleLow: number | null;
  @Column('integer', { name: 'rule_high', nullable: true }) ruleHigh: number | null;
  @Column('real', { name: 'alarm_low', nullable: true }) alarmLow: number | null;
  @Column('real', { name: 'alarm_high', nullable: true }) alarmHigh: number | null;
  @Column('integer', { name: 'hold_max_seconds' }) holdMaxSeconds: number;
  @Column('integer', { name: 'gap_alert_seconds' }) gapAlertSeconds: number;
  @Column('timestamptz', { name: 'began_at' }) beganAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** Where the time looked at begins: the dispatch, or the first reading shortly before it. */
  @Column('timestamptz', { name: 'seen_from', nullable: true }) seenFrom: Date | null;
  @Column('timestamptz', { name: 'judged_at', nullable: true }) judgedAt: Date | null;
  @Column('real', { nullable: true }) minimum: number | null;
  @Column('real', { nullable: true }) maximum: number | null;
  @Column('real', { name: 'mean_kinetic', nullable: true }) meanKinetic: number | null;
  @Column('integer', { name: 'inside_seconds' }) insideSeconds: number;
  @Column('integer', { name: 'outside_seconds' }) outsideSeconds: number;
  @Column('real', { name: 'last_celsius', nullable: true }) lastCelsius: number | null;
  @Column('timestamptz', { name: 'last_at', nullable: true }) lastAt: Date | null;
  /** Since when it had been silent when that was last said. */
  @Column('timestamptz', { name: 'silent_since', nullable: true }) silentSince: Date | null;
}

/** A parcel that left with a logger which cannot be believed, or which still rode with another parcel. */
@Entity({ schema: 'coldchain', name: 'unwatched' })
export class Unwatched {
  @PrimaryColumn('uuid') shipment: string;
  @Column('uuid') parcel: string;
  @Column('text') device: string;
  @Column('text') reason: 'unknown' | 'revoked' | 'busy';
  @Column('text') commune: string;
  @Column('text', { name: 'to_commune' }) toCommune: string;
  @Column('text') storage: StorageClass;
  @Column('text', { array: true }) commodities: string[];
  @Column('timestamptz', { name: 'dispatched_at' }) dispatchedAt: Date;
}

/** When a shipment ended, heard perhaps before its dispatch was. */
@Entity({ schema: 'coldchain', name: 'shipment_end' })
export class ShipmentEnd {
  @PrimaryColumn('uuid') shipment: string;
  @Column('timestamptz') at: Date;
}
