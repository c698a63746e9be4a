import type {
  DeliveryScope,
  ListingKind,
  ListingState,
  Origin,
  ProcessLevel,
  ProducerKind,
  SoldBy,
  StorageClass,
  WindowState,
} from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** What a thing is. */
@Entity({ schema: 'catalogue', name: 'product' })
export class Product {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') commodity: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') origin: z.infer<typeof Origin>;
  @Column('text', { nullable: true }) variety: string | null;
  @Column('text') process: ProcessLevel;
  /** What its label says, by the field. */
  @Column('jsonb') label: Record<string, string>;
  /** As the authority writes it. */
  @Column('text', { name: 'growing_area', nullable: true }) growingArea: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/**
 * What is asked for it: one listing. It repeats what a card shows of its product, producer and first picture, so that a
 * list is one walk along one index; the acts that change those keep it true.
 */
@Entity({ schema: 'catalogue', name: 'offer' })
export class Offer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') product: string;
  @Column('uuid') producer: string;
  @Column('text') slug: string;
  @Column('text') state: z.infer<typeof ListingState>;
  /** Grows with every edit and decision. */
  @Column('integer') version: number;
  /** Since when it may be shown without another look; null for what was never looked at, or was returned. */
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  /** Published, its producer approved, and nothing lapsed that covers it. Every public read asks for it. */
  @Column('boolean') visible: boolean;
  /** Whole đồng for one unit. */
  @Column('bigint') price: number;
  @Column('text') unit: string;
  /** Thousandths of the unit: quantities go in steps of `increment`, from `minimum`. */
  @Column('integer') increment: number;
  @Column('integer') minimum: number;
  @Column('text') storage: StorageClass;
  @Column('date', { name: 'harvest_from', nullable: true }) harvestFrom: string | null;
  @Column('date', { name: 'harvest_to', nullable: true }) harvestTo: string | null;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
  @Column('text') name: string;
  @Column('text') commodity: string;
  @Column('text') category: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('text', { name: 'producer_kind' }) producerKind: ProducerKind;
  @Column('text') commune: string;
  @Column('text', { name: 'commune_name' }) communeName: string;
  @Column('text') province: string;
  @Column('text', { name: 'province_name' }) provinceName: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('uuid') picture: string;
  @Column('text', { name: 'picture_hash' }) pictureHash: string;
  @Column('integer', { name: 'picture_width' }) pictureWidth: number;
  @Column('integer', { name: 'picture_height' }) pictureHeight: number;
  @Column('text', { name: 'picture_colour' }) pictureColour: string;
  @Column('text') kind: ListingKind;
  /** Of its category. */
  @Column('text', { nullable: true }) shelf: string | null;
  /** The choices among the attributes of its category, by the attribute. */
  @Column('jsonb') attributes: Record<string, string>;
  @Column('text', { name: 'sold_by' }) soldBy: SoldBy;
  /** What one pack holds, in thousandths of `packUnit`. */
  @Column('integer', { name: 'pack_quantity', nullable: true }) packQuantity: number | null;
  @Column('text', { name: 'pack_unit', nullable: true }) packUnit: string | null;
  /** Weighed when it is packed; `catchTolerance` is percent of what was ordered. */
  @Column('boolean', { name: 'catch_weight' }) catchWeight: boolean;
  @Column('smallint', { name: 'catch_tolerance', nullable: true }) catchTolerance: number | null;
  @Column('date', { name: 'sell_from', nullable: true }) sellFrom: string | null;
  @Column('date', { name: 'sell_to', nullable: true }) sellTo: string | null;
  @Column('text', { name: 'window_state' }) windowState: WindowState;
  @Column('boolean', { name: 'repeats_yearly' }) repeatsYearly: boolean;
  @Column('boolean', { name: 'in_season' }) inSeason: boolean;
  @Column('text') delivery: DeliveryScope;
  @Column('smallint', { name: 'ocop_stars', nullable: true }) ocopStars: number | null;
}

/** The days on which a listing is sold, one row for each year in which it is. */
@Entity({ schema: 'catalogue', name: 'selling_season' })
export class SellingSeason {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  @Column('date', { name: 'sell_from', nullable: true }) sellFrom: string | null;
  @Column('date', { name: 'sell_to', nullable: true }) sellTo: string | null;
  @Column('text') state: WindowState | 'replaced';
}

/** A day on which a service is given; its places are a level of stock under its id. */
@Entity({ schema: 'catalogue', name: 'service_date' })
export class ServiceDate {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('integer') places: number;
  @Column('text') state: 'open' | 'past' | 'cancelled';
  @Column('text', { name: 'cancelled_because', nullable: true }) cancelledBecause: string | null;
}

/** What was asked for a listing, from when. Only ever added to. */
@Entity({ schema: 'catalogue', name: 'price' })
export class Price {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  /** Whole đồng for one unit. */
  @Column('bigint') price: number;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) by: string | null;
}
