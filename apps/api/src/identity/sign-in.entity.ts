import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the log of sign-ins: it only grows, and is kept for at least twelve months. */
@Entity({ schema: 'identity', name: 'sign_in' })
export class SignIn {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  /** Null where nobody is known by that number. */
  @Column('uuid', { nullable: true }) person: string | null;
  @Column('text') kind: 'person' | 'official';
  @Column('text') outcome: 'opened' | 'refused' | 'closed' | 'proved';
  @Column('text') how: 'code' | 'password' | 'recovery-code' | 'start' | 'authenticator' | 'by-hand' | 'taken-away';
  @Column('uuid', { nullable: true }) session: string | null;
  @Column('text') address: string;
  /** The source port: many share one address. */
  @Column('integer', { nullable: true }) port: number | null;
  @Column('text', { nullable: true }) agent: string | null;
}

/** Zalo's number of a text that identity sends by itself, from a day on. */
@Entity({ schema: 'identity', name: 'message_template' })
export class MessageTemplate {
  @PrimaryColumn('text') kind: 'code';
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'template_id' }) templateId: string;
  @Column('text') source: string;
}
