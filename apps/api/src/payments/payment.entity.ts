import type { Holder, PaymentTaskKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptState } from './payment.rules.ts';
import type { RefundState } from './refund.rules.ts';

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
  /** Whose sellers it pays: who looks after it in the office. */
  @Column('text', { array: true }) provinces: string[];
  @Column('text') address: string;
  /** How payOS knows it. */
  @Column('bigint') number: number;
  /** Whose account it goes to; null: the partner's. */
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('text') holder: 'partner' | 'seller';
  @Column('text', { name: 'account_bank', nullable: true }) accountBank: string | null;
  @Column('text', { name: 'account_sealed', nullable: true }) accountSealed: string | null;
  @Column('text', { name: 'account_hash', nullable: true }) accountHash: string | null;
  @Column('text', { name: 'account_name', nullable: true }) accountName: string | null;
  @Column('text', { nullable: true }) link: string | null;
  @Column('text', { nullable: true }) qr: string | null;
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
  /** What of it is on its way back; the database keeps it, and keeps it within the amount. */
  @Column('bigint') refunded: number;
  /** Suspected, and taken back by the bank: it never was ours. */
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
  @Column('text') holder: 'partner' | 'seller';
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('timestamptz') at: Date;
}

export type { RefundState } from './refund.rules.ts';

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
  /** How often it was sent. */
  @Column('smallint') tries: number;
  /** The provider's number of the movement. */
  @Column('text', { name: 'provider_ref', nullable: true }) providerRef: string | null;
  @Column('text') way: 'provider' | 'by-hand';
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}

/** Who holds the money of a method from a day on. */
@Entity({ schema: 'payments', name: 'holding' })
export class Holding {
  @PrimaryColumn('text') method: 'vnpay' | 'vietqr' | 'cod';
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') holder: Holder;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** Money that a watcher saw on an account. */
@Entity({ schema: 'payments', name: 'transfer' })
export class Transfer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') provider: 'sepay' | 'payos';
  /** HMAC of the provider's own name of it. */
  @Column('text', { name: 'provider_id' }) providerId: string;
  @Column('text', { name: 'account_hash' }) accountHash: string;
  @Column('bigint') amount: number;
  /** Null for what is nobody's here. */
  @Column('text', { nullable: true }) content: string | null;
  @Column('text') reference: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
  @Column('text') state: 'matched' | 'unmatched' | 'ignored' | 'returned';
  @Column('uuid', { name: 'receipt_id', nullable: true }) receiptId: string | null;
}

/** Something about money that only a person can decide. Open once for each thing it is about. */
@Entity({ schema: 'payments', name: 'task' })
export class PaymentTask {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PaymentTaskKind;
  /** The receipt or refund it is about. */
  @Column('uuid') subject: string;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('text', { name: 'order_code', nullable: true }) orderCode: string | null;
  @Column('text', { array: true }) provinces: string[];
  @Column('bigint') amount: number;
  /** What the other company said, in its own code. */
  @Column('text', { nullable: true }) said: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  /** Null when the other company's word closed it. */
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('text', { nullable: true }) decision: string | null;
  /** The bank's or the provider's number that shows it. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text', { nullable: true }) note: string | null;
}
