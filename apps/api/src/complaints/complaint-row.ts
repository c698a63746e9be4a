import type { ComplaintOutcome, ComplaintState } from '@chophien/contracts';
import { hmac } from '../platform/crypto.ts';

/** A complaint with its topic, as the queries read it. */
export interface ComplaintRow {
  id: string;
  number: string;
  producer: string;
  commune: string;
  province: string;
  orderId: string | null;
  orderCode: string | null;
  complainant: string | null;
  topic: string;
  title: string;
  workingDays: number;
  legalRef: string;
  openedAt: Date;
  dueAt: Date;
  state: ComplaintState;
  owner: string | null;
  escalatedAt: Date | null;
  decidedAt: Date | null;
  outcome: ComplaintOutcome | null;
  reason: string | null;
  authority: string | null;
  reopenedAt: Date | null;
}

/** Opens a complaint's page for whoever made it. */
export const keyOf = (complaint: string): string => hmac('complaint-key', complaint);

/** What every event about a complaint says of it. */
export const factOf = (row: ComplaintRow) => ({
  number: row.number,
  commune: row.commune,
  province: row.province,
  producer: row.producer,
  order: row.orderId,
  orderCode: row.orderCode,
  person: row.complainant,
});
