import type { ProducerKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactKind } from './fact.rules.ts';

/** One line of one event, as it is counted. Nothing here is truth of its own: `rebuild-facts.ts` counts it all anew. */
@Entity({ schema: 'assessment', name: 'fact' })
export class Fact {
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @PrimaryColumn('smallint') line: number;
  /** The event's type. */
  @Column('text') type: string;
  /** What the event was about: the parcel, the offer, the producer. */
  @Column('text') subject: string;
  @Column('text') kind: FactKind;
  /** In Asia/Ho_Chi_Minh. */
  @Column('date') day: string;
  /** `YYYY-MM` of that day. */
  @Column('text') month: string;
  @Column('text') commune: string;
  /** Null where the event did not say. */
  @Column('text', { nullable: true }) province: string | null;
  /** Null where it is not about one: a request for help. */
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('text', { name: 'producer_name', nullable: true }) producerName: string | null;
  @Column('text', { name: 'producer_kind', nullable: true }) producerKind: ProducerKind | null;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('uuid', { nullable: true }) offer: string | null;
  @Column('text', { nullable: true }) commodity: string | null;
  /** Whole đồng, goods only; negative for what came back. */
  @Column('bigint') amount: number;
  /** Thousandths of the unit it was sold in; negative for what came back. */
  @Column('bigint') quantity: number;
  @Column('text', { nullable: true }) channel: string | null;
  @Column('text', { nullable: true }) payment: string | null;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('timestamptz') at: Date;
}

/** How an indicator is counted, from which day on. Of several ways of one day only one is enabled. */
@Entity({ schema: 'assessment', name: 'indicator_rule' })
export class IndicatorRule {
  @PrimaryColumn('text') indicator: string;
  @PrimaryColumn('text') variant: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('boolean') enabled: boolean;
  /** As officials read it. */
  @Column('text') formula: string;
  @Column('jsonb') parameters: object;
  /** In the indicator's unit. Null: there is no mark to reach. */
  @Column('numeric', { nullable: true }) threshold: string | null;
  @Column('text', { name: 'threshold_reference', nullable: true }) thresholdReference: string | null;
  @Column('text') reference: string;
}

/** What only the commune knows, with the document that says so. A correction is a new row. */
@Entity({ schema: 'assessment', name: 'declaration' })
export class Declaration {
  @PrimaryColumn('uuid') id: string;
  @Column('text') commune: string;
  @Column('text') kind: 'households' | 'key-products';
  /** All households of the commune. */
  @Column('integer', { nullable: true }) households: number | null;
  /** Commodity ids of the key products. */
  @Column('text', { array: true, nullable: true }) commodities: string[] | null;
  @Column('text') document: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
}
