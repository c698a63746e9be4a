import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account } from './ledger.rules.ts';
import type { Holder, Line, TaxKind, Withheld } from './sale.rules.ts';

@Entity({ schema: 'settlement', name: 'commission_rule' })
export class CommissionRow {
  @PrimaryColumn('text') id: string;
  @Column('integer') position: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { nullable: true }) province: string | null;
  @Column('text', { name: 'producer_kind', nullable: true }) producerKind: string | null;
  @Column('text', { nullable: true }) method: string | null;
  @Column('integer', { name: 'percent_bp' }) percentBp: number;
  @Column('bigint') fixed: number;
  @Column('bigint') floor: number;
  @Column('bigint', { nullable: true }) cap: number | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

@Entity({ schema: 'settlement', name: 'tax_rule' })
export class TaxRow {
  @PrimaryColumn('text') id: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') kind: TaxKind;
  @Column('integer', { name: 'vat_bp' }) vatBp: number;
  @Column('integer', { name: 'pit_bp' }) pitBp: number;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** Whether whoever holds the money makes the platform one with a payment function, which withholds. */
@Entity({ schema: 'settlement', name: 'payment_function' })
export class PaymentFunction {
  @PrimaryColumn('text') holder: Holder;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('boolean') withholds: boolean;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

@Entity({ schema: 'settlement', name: 'rule' })
export class SettlementRule {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('bigint') amount: number;
  @Column('text') unit: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** One parcel, as it is divided: by the rules of the day it was ordered, and never again once it was handed over. */
@Entity({ schema: 'settlement', name: 'sale' })
export class Sale {
  @PrimaryColumn('uuid') parcel: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text', { name: 'order_code' }) orderCode: string;
  @Column('text') code: string;
  @Column('uuid') producer: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('text') province: string;
  @Column('text') method: 'cod' | 'vnpay' | 'vietqr';
  @Column('text') holder: Holder;
  @Column('bigint') goods: number;
  @Column('bigint') shipping: number;
  @Column('bigint') commission: number;
  @Column('bigint') vat: number;
  @Column('bigint') pit: number;
  @Column('bigint') net: number;
  @Column('text', { name: 'commission_rule', nullable: true }) commissionRule: string | null;
  @Column('jsonb') explained: { lines: Line[]; withheld: Withheld[] };
  @Column('timestamptz', { name: 'placed_at' }) placedAt: Date;
  @Column('timestamptz', { name: 'earned_at', nullable: true }) earnedAt: Date | null;
  @Column('timestamptz', { name: 'reversed_at', nullable: true }) reversedAt: Date | null;
  /** Cash of it that the carrier has handed over. */
  @Column('bigint') funded: number;
  @Column('integer') held: number;
  /** What claims took back of `net`. */
  @Column('bigint') cut: number;
  @Column('uuid', { nullable: true }) payout: string | null;
}

/** What a claim took back of a sale that was earned, of the month in which it was decided. */
@Entity({ schema: 'settlement', name: 'cut' })
export class Cut {
  @PrimaryColumn('uuid') claim: string;
  @Column('uuid') parcel: string;
  @Column('bigint') goods: number;
  @Column('bigint') shipping: number;
  @Column('bigint') commission: number;
  @Column('bigint') vat: number;
  @Column('bigint') pit: number;
  @Column('bigint') net: number;
  @Column('timestamptz') at: Date;
}

@Entity({ schema: 'settlement', name: 'entry' })
export class Entry {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') source: string;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('uuid', { nullable: true }) parcel: string | null;
  @Column('text') province: string;
  @Column('timestamptz') at: Date;
  /** When it happened, where that is not the month it is written into. */
  @Column('timestamptz', { name: 'happened_at', nullable: true }) happenedAt: Date | null;
}

@Entity({ schema: 'settlement', name: 'posting' })
export class PostingRow {
  @PrimaryColumn('uuid') entry: string;
  @PrimaryColumn('smallint') position: number;
  @Column('text') account: Account;
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('bigint') amount: number;
}

@Entity({ schema: 'settlement', name: 'payout_batch' })
export class PayoutBatch {
  @PrimaryColumn('uuid') id: string;
  @Column('text') province: string;
  @Column('timestamptz', { name: 'up_to' }) upTo: Date;
  @Column('text') state: 'made' | 'approved' | 'dropped';
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
}

@Entity({ schema: 'settlement', name: 'payout' })
export class Payout {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') batch: string;
  @Column('uuid') producer: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('bigint') amount: number;
  @Column('text') state: 'waiting' | 'paid' | 'returned';
  @Column('text', { nullable: true }) reference: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('smallint') tries: number;
}

/** A month of a province's books, from when somebody wants it closed. */
@Entity({ schema: 'settlement', name: 'month' })
export class MonthRow {
  @PrimaryColumn('text') province: string;
  @PrimaryColumn('text') month: string;
  /** The first moment that is not in it. */
  @Column('timestamptz') ends: Date;
  @Column('text') state: 'asked' | 'closed';
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  /** What every account stood at, at its end. */
  @Column('jsonb') balances: { account: Account; amount: number }[];
}

/** What a producer's statement said when the month was closed. */
@Entity({ schema: 'settlement', name: 'month_statement' })
export class MonthStatement {
  @PrimaryColumn('text') province: string;
  @PrimaryColumn('text') month: string;
  @PrimaryColumn('uuid') producer: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('integer') sales: number;
  @Column('bigint') goods: number;
  @Column('bigint') shipping: number;
  @Column('bigint') commission: number;
  @Column('bigint') vat: number;
  @Column('bigint') pit: number;
  @Column('bigint') net: number;
  @Column('bigint') through: number;
  @Column('bigint') owed: number;
  @Column('bigint', { name: 'paid_out' }) paidOut: number;
  @Column('bigint') closing: number;
}
