import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What someone was told: a person of ours, the buyer of an order, who is a guest, or a household's phone. */
@Entity({ schema: 'notifications', name: 'message' })
export class Message {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') kind: string;
  /** A person's id, `buyer`, or `phone` and a mark by which the household's number is found again. */
  @Column('text') recipient: string;
  @Column('uuid', { nullable: true }) person: string | null;
  /** Whose buyer is told. Her number is not kept here: it is asked for when the message goes out. */
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  /** To whose phone it goes, while nobody of that household has signed in. The number is not kept here either. */
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('text') text: string;
  /** A path of the storefront. */
  @Column('text', { nullable: true }) link: string | null;
  /** What goes out as an SMS, without accents and without the link. Null: it is only shown here. */
  @Column('text', { nullable: true }) sms: string | null;
  /** The fields of Zalo's template. */
  @Column('jsonb', { nullable: true }) fields: Record<string, string> | null;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
}

/** Under which number Zalo knows the text of a kind of message, from which day on. */
@Entity({ schema: 'notifications', name: 'template' })
export class Template {
  @PrimaryColumn('text') kind: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'template_id' }) templateId: string;
  @Column('text') source: string;
}
