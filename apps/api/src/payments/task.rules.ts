import { type PaymentDecision, type PaymentTaskKind, Problem } from '@chophien/contracts';

/** What can be decided about each kind, and whether it must be shown by a number of the bank or the provider. */
const choices: Record<PaymentTaskKind, Partial<Record<PaymentDecision, 'shown' | 'noted'>>> = {
  suspected: { accept: 'shown', void: 'shown' },
  'refund-refused': { again: 'noted', 'by-hand': 'shown' },
  'refund-due': { 'by-hand': 'shown' },
  'transfer-unmatched': { match: 'shown', 'by-hand': 'shown', void: 'noted' },
  'transfer-claimed': { accept: 'shown', void: 'noted' },
  'cash-short': { 'by-hand': 'shown', accept: 'noted' },
  'cash-missing': { 'by-hand': 'shown', accept: 'noted' },
  'cash-back': { 'by-hand': 'shown' },
  'remittance-differs': { 'by-hand': 'shown', accept: 'noted' },
};

export const decisionsFor = (kind: PaymentTaskKind): PaymentDecision[] =>
  Object.keys(choices[kind]) as PaymentDecision[];

/** A decision that may be taken, with what it needs: money moves on a number somebody can look up, and a reason. */
export const checkDecision = (
  kind: PaymentTaskKind,
  { decision, reference, note }: { decision: PaymentDecision; reference: string; note: string },
): void => {
  const needs = choices[kind][decision];
  if (!needs) throw new Problem('payments.wrong-decision', { decision, allowed: decisionsFor(kind) });
  if (note.length < 5 || (needs === 'shown' && reference.length < 3)) throw new Problem('payments.proof-missing');
};
