import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CashState = 'to-collect' | 'collected' | 'reconciled' | 'void';

/** The cash of one parcel: the carrier's money until it hands it over. Delivered is not yet money on an account. */
@Entity({ schema: 'payments', name: 'cash' })
export class Cash {
  @PrimaryColumn('uuid') parcel: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text', { name: 'order_code' }) orderCode: string;
  /** What the box says, and the carrier's statement. */
  @Column('text') code: string;
  @Column('text') province: string;
  @Column('uuid') producer: string;
  @Column('bigint') due: number;
  @Column('text') state: CashState;
  @Column('bigint') collected: number;
  @Column('bigint') remitted: number;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('timestamptz', { name: 'collected_at', nullable: true }) collectedAt: Date | null;
  @Column('timestamptz', { name: 'remitted_at', nullable: true }) remittedAt: Date | null;
}

/** A limit of time or number, from a day on. */
@Entity({ schema: 'payments', name: 'rule' })
export class PaymentRule {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer') amount: number;
  @Column('text') unit: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** A day as somebody who holds money for us tells it. */
@Entity({ schema: 'payments', name: 'statement' })
export class Statement {
  @PrimaryColumn('uuid') id: string;
  @Column('text') provider: 'vnpay' | 'sepay' | 'payos' | 'carrier';
  @Column('text') province: string;
  @Column('date') day: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') hash: string;
  @Column('uuid', { name: 'imported_by' }) importedBy: string;
  @Column('timestamptz') at: Date;
}

@Entity({ schema: 'payments', name: 'statement_line' })
export class StatementLine {
  @PrimaryColumn('uuid') statement: string;
  @PrimaryColumn('integer') position: number;
  @Column('text') reference: string;
  @Column('text') kind: 'payment' | 'refund' | 'cash';
  @Column('bigint', { nullable: true }) theirs: number | null;
  @Column('bigint', { nullable: true }) ours: number | null;
  @Column('text', { name: 'order_code', nullable: true }) orderCode: string | null;
  @Column('text') outcome: 'matched' | 'amount-differs' | 'unknown' | 'twice' | 'missing';
}
