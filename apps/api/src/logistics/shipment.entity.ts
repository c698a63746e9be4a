import type { StorageClass } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Step, Zone } from './shipment.rules.ts';

/** What carrying one parcel costs, from a day on. */
@Entity({ schema: 'logistics', name: 'zone_fee' })
export class ZoneFee {
  @PrimaryColumn('text') zone: Zone;
  @PrimaryColumn('text') storage: StorageClass;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  /** Whole đồng. */
  @Column('bigint') fee: number;
  /** The tariff it is from. */
  @Column('text') source: string;
}

/** The journey of one parcel, with what was true when its producer accepted it. */
@Entity({ schema: 'logistics', name: 'shipment' })
export class Shipment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') parcel: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** The parcel's code. */
  @Column('text') code: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text', { name: 'to_commune' }) toCommune: string;
  @Column('text') storage: StorageClass;
  @Column('text', { array: true }) commodities: string[];
  @Column('text') state: Step;
  /** A cold-chain hold lies over the state and stops the hand-over. */
  @Column('boolean') held: boolean;
  /** When what set `held` last was stated: an older fact, heard later, does not change it. */
  @Column('timestamptz', { name: 'held_changed_at', nullable: true }) heldChangedAt: Date | null;
  @Column('text', { nullable: true }) device: string | null;
  @Column('bigint', { name: 'cash_to_collect' }) cashToCollect: number;
  @Column('bigint', { name: 'cash_collected', nullable: true }) cashCollected: number | null;
  @Column('text', { name: 'received_by', nullable: true }) receivedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ready_at', nullable: true }) readyAt: Date | null;
  @Column('timestamptz', { name: 'dispatched_at', nullable: true }) dispatchedAt: Date | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
