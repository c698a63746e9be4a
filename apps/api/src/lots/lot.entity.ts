import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one producer harvested of one kind on one day. */
@Entity({ schema: 'lots', name: 'lot' })
export class Lot {
  @PrimaryColumn('uuid') id: string;
  /** Ten characters, to be read aloud. */
  @Column('text') code: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') commodity: string;
  @Column('text') name: string;
  @Column('date', { name: 'harvested_on' }) harvestedOn: string;
}

/** How much of a lot went into a parcel. */
@Entity({ schema: 'lots', name: 'parcel_lot' })
export class ParcelLot {
  @PrimaryColumn('uuid') parcel: string;
  @Column('text', { name: 'parcel_code' }) parcelCode: string;
  @PrimaryColumn('uuid') offer: string;
  @Column('text') name: string;
  @Column('uuid') lot: string;
  /** Thousandths of the selling unit. */
  @Column('bigint') quantity: number;
}

/** A step of a parcel's journey. Never changed. */
@Entity({ schema: 'lots', name: 'trace_event' })
export class TraceEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid') parcel: string;
  @Column('text', { name: 'parcel_code' }) parcelCode: string;
  @Column('text') step: string;
  @Column('timestamptz') at: Date;
  /** Where; null where the place would tell a buyer's. */
  @Column('text', { nullable: true }) commune: string | null;
  @Column('jsonb') data: Record<string, unknown>;
}
