import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a buyer says of one thing she got. */
@Entity({ schema: 'ordering', name: 'review' })
export class Review {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid') offer: string;
  @Column('smallint') stars: number;
  @Column('text', { nullable: true }) words: string | null;
  /** The buyer's given name. */
  @Column('text') author: string;
  @Column('timestamptz') at: Date;
  @Column('text') state: 'waiting' | 'shown' | 'hidden';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reply: string | null;
  @Column('uuid', { name: 'replied_by', nullable: true }) repliedBy: string | null;
  @Column('timestamptz', { name: 'replied_at', nullable: true }) repliedAt: Date | null;
}
