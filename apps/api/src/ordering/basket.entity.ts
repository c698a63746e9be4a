import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A visitor's basket, under the SHA-256 of the key that only the visitor's cookie holds. */
@Entity({ schema: 'ordering', name: 'basket' })
export class Basket {
  @PrimaryColumn('text', { name: 'key_hash' }) keyHash: string;
  @Column('timestamptz', { name: 'touched_at' }) touchedAt: Date;
}

@Entity({ schema: 'ordering', name: 'basket_line' })
export class BasketLine {
  @PrimaryColumn('text') basket: string;
  @PrimaryColumn('uuid') offer: string;
  /** Thousandths of the unit. */
  @Column('bigint') quantity: number;
  @Column('bigint', { name: 'price_seen' }) priceSeen: number;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
}
