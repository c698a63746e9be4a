import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptState } from './payment.rules.ts';

/** One try to pay one order. */
@Entity({ schema: 'payments', name: 'attempt' })
export class Attempt {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text', { name: 'order_code' }) orderCode: string;
  @Column('text') provider: string;
  @Column('text', { name: 'txn_ref' }) txnRef: string;
  /** Whole đồng. */
  @Column('bigint') amount: number;
  @Column('text') state: AttemptState;
  @Column('text') address: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('text', { name: 'response_code', nullable: true }) responseCode: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}

/** Money that came in. Never changed. */
@Entity({ schema: 'payments', name: 'receipt' })
export class Receipt {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'attempt_id' }) attemptId: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text') provider: string;
  /** The provider's own number of the transaction. */
  @Column('text') reference: string;
  @Column('bigint') amount: number;
  /** False while the provider suspects it. */
  @Column('boolean') clear: boolean;
  @Column('timestamptz') at: Date;
}

export type RefundState = 'pending' | 'sent' | 'unknown' | 'settled' | 'refused';

/** Money to go back, and how far that is. */
@Entity({ schema: 'payments', name: 'refund' })
export class Refund {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'receipt_id' }) receiptId: string;
  @Column('bigint') amount: number;
  @Column('text') state: RefundState;
  /** The event that asked for it: asked for again, it is the same refund. */
  @Column('text') cause: string;
  /** Sent to the provider; stored before the call. */
  @Column('text', { name: 'request_id' }) requestId: string;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
