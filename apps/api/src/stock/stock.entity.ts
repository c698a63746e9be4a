import type { SupplyGrade } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MovementKind } from './stock.rules.ts';

/** How much of an offer there is and how much of that is promised, in thousandths of its unit. */
@Entity({ schema: 'stock', name: 'level' })
export class Level {
  @PrimaryColumn('uuid') offer: string;
  /** Whose it is. */
  @Column('uuid') producer: string;
  @Column('bigint', { name: 'on_hand' }) onHand: number;
  @Column('bigint') held: number;
  /** `stock.low` is stated when what is available falls to this or below. */
  @Column('bigint', { name: 'low_at' }) lowAt: number;
  /** Goods to sell, or places on a day of a service. */
  @Column('text') counts: 'goods' | 'places';
}

/** One change of a level, with its sign; the sum of an offer's movements is its level on hand. Never changed. */
@Entity({ schema: 'stock', name: 'movement' })
export class Movement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  @Column('text') kind: MovementKind;
  @Column('bigint') quantity: number;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The movement that this one takes back. */
  @Column('uuid', { nullable: true }) undoes?: string | null;
  /** Which household brought it to its cooperative; of `supplied`, as is the grade. */
  @Column('uuid', { nullable: true }) supplier?: string | null;
  @Column('text', { nullable: true }) grade?: SupplyGrade | null;
  @Column('text', { nullable: true }) note?: string | null;
}

/** What an order took of an offer: promised (`active`), gone (`sold`), or given back. */
@Entity({ schema: 'stock', name: 'hold' })
export class Hold {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @PrimaryColumn('uuid') offer: string;
  @Column('bigint') quantity: number;
  /** Until when the order may still be paid; null for one that never waited. */
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text') state: 'active' | 'sold' | 'released' | 'returned';
}
