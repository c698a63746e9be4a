import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What buyer and producer write to each other about a parcel. */
@Entity({ schema: 'ordering', name: 'note' })
export class Note {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'parcel_id' }) parcelId: string;
  @Column('text', { name: 'written_as' }) writtenAs: 'buyer' | 'producer';
  /** Null for a guest. */
  @Column('uuid', { name: 'written_by', nullable: true }) writtenBy: string | null;
  @Column('text') text: string;
  @Column('timestamptz') at: Date;
}
