import type { ParcelState, ProducerKind, ShortReason, StorageClass } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a buyer ordered in one go. Where it stands is computed from its parcels, see `orderState`. */
@Entity({ schema: 'ordering', name: 'order' })
export class Order {
  @PrimaryColumn('uuid') id: string;
  /** What people read aloud: 8 characters. */
  @Column('text') code: string;
  /** HMAC of who sent what: the same id with another body is another order, and refused. */
  @Column('text', { name: 'body_hash' }) bodyHash: string;
  /** HMAC of the buyer's phone: the number itself is in the delivery address only. */
  @Column('text', { name: 'phone_hash' }) phoneHash: string;
  /** The producers whose grants the buyer had: who buys of herself is known. */
  @Column('uuid', { name: 'buyer_producers', array: true }) buyerProducers: string[];
  @Column('text') payment: 'cod' | 'vnpay' | 'vietqr';
  @Column('text') channel: string;
  @Column('text', { name: 'to_commune' }) toCommune: string;
  /** As it was ordered; what the parcels hold may be less. */
  @Column('bigint') goods: number;
  @Column('bigint') shipping: number;
  @Column('bigint') total: number;
  @Column('timestamptz', { name: 'placed_at' }) placedAt: Date;
  /** Until when it may be paid at VNPay. */
  @Column('timestamptz', { name: 'pay_by', nullable: true }) payBy: Date | null;
  /** Until when its goods are held: a payment begun in time may still arrive. */
  @Column('timestamptz', { name: 'hold_until', nullable: true }) holdUntil: Date | null;
  /** Since when it stands: at once for cash on delivery, else with the payment. Producers see it from here on. */
  @Column('timestamptz', { name: 'finalised_at', nullable: true }) finalisedAt: Date | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: 'buyer' | 'unpaid' | 'producer' | null;
}

/** The buyer's personal data, here and nowhere else. */
@Entity({ schema: 'ordering', name: 'delivery_address' })
export class DeliveryAddress {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @Column('text') name: string;
  @Column('text') phone: string;
  @Column('text') commune: string;
  /** As it was called that day. */
  @Column('text', { name: 'commune_name' }) communeName: string;
  @Column('text') address: string;
  @Column('text', { nullable: true }) note: string | null;
}

/** One producer's part of an order that travels in one way of keeping, with what was true of the producer that day. */
@Entity({ schema: 'ordering', name: 'parcel' })
export class Parcel {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** What is printed on the box: 10 characters. */
  @Column('text') code: string;
  @Column('smallint') position: number;
  @Column('text') state: ParcelState;
  @Column('uuid') producer: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('text', { name: 'producer_kind' }) producerKind: ProducerKind;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('text') storage: StorageClass;
  /** As ordered; once it is packed, what is in it. */
  @Column('bigint') goods: number;
  @Column('bigint') shipping: number;
  /** Why it was refused or came back. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { name: 'harvested_on', nullable: true }) harvestedOn: string | null;
  @Column('timestamptz', { name: 'placed_at' }) placedAt: Date;
  /** When she was told once more that it waits for her answer. */
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt?: Date | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'packed_at', nullable: true }) packedAt: Date | null;
  @Column('timestamptz', { name: 'shipped_at', nullable: true }) shippedAt: Date | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** What was ordered, at that day's name and price. */
@Entity({ schema: 'ordering', name: 'order_line' })
export class OrderLine {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @PrimaryColumn('uuid') offer: string;
  @Column('uuid', { name: 'parcel_id' }) parcelId: string;
  @Column('smallint') position: number;
  @Column('text') name: string;
  @Column('text') slug: string;
  @Column('text') commodity: string;
  @Column('text') unit: string;
  /** Thousandths of the unit. */
  @Column('bigint') quantity: number;
  @Column('bigint') price: number;
  @Column('bigint') amount: number;
  /** What is in the parcel; null until it is packed. */
  @Column('bigint', { nullable: true }) packed: number | null;
  /** What that comes to, never more than was agreed. */
  @Column('bigint', { nullable: true }) settled: number | null;
  @Column('text', { name: 'short_reason', nullable: true }) shortReason: ShortReason | null;
}

/** A limit of time or number, from a day on. */
@Entity({ schema: 'ordering', name: 'rule' })
export class OrderingRule {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer') amount: number;
  @Column('text') unit: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** Days on which a producer takes no orders, both included. */
@Entity({ schema: 'ordering', name: 'away' })
export class AwayDays {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('date', { name: 'to_day' }) toDay: string;
  @Column('uuid', { name: 'set_by' }) setBy: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
}

/** One excursion's hold over a parcel, and who lifted it. */
@Entity({ schema: 'ordering', name: 'parcel_hold' })
export class ParcelHold {
  @PrimaryColumn('uuid') excursion: string;
  @Column('uuid', { name: 'parcel_id' }) parcelId: string;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'held_at' }) heldAt: Date;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt: Date | null;
  @Column('uuid', { name: 'released_by', nullable: true }) releasedBy: string | null;
  @Column('text', { nullable: true }) finding: string | null;
}
