import type { Holder, Parts } from './sale.rules.ts';

export type Account =
  | 'partner'
  | 'carrier'
  | 'buyers'
  | 'producer'
  | 'commission'
  | 'vat'
  | 'pit'
  | 'freight'
  | 'receivable';

/** One side of an entry: more is a debit, less than nothing a credit. */
export interface Posting {
  account: Account;
  producer: string | null;
  amount: number;
}

const to = (account: Account, amount: number, producer: string | null = null): Posting => ({
  account,
  producer,
  amount,
});
const real = (postings: readonly Posting[]): Posting[] => postings.filter(({ amount }) => amount !== 0);

/** Buyers' money that a partner or the carrier now holds. On a seller's own account it is none of this ledger's. */
export const moneyCame = (holder: Holder, amount: number): Posting[] =>
  holder === 'seller' ? [] : real([to(holder === 'carrier' ? 'carrier' : 'partner', amount), to('buyers', -amount)]);

export const cashCame = (amount: number): Posting[] => real([to('partner', amount), to('carrier', -amount)]);

export const moneyBack = (holder: Holder, amount: number): Posting[] =>
  holder === 'seller' ? [] : real([to('buyers', amount), to('partner', -amount)]);

export interface Earned extends Parts {
  holder: Holder;
  producer: string;
  goods: number;
  shipping: number;
}

/**
 * A parcel was handed over: what the buyer paid becomes the producer's, the platform's, the state's and the carrier's. A seller
 * who has the money already owes commission and freight.
 */
export const earned = ({ holder, producer, goods, shipping, commission, vat, pit, net }: Earned): Posting[] =>
  holder === 'seller'
    ? real([to('receivable', commission + shipping, producer), to('commission', -commission), to('freight', -shipping)])
    : real([
        to('buyers', goods + shipping),
        to('producer', -net, producer),
        to('commission', -commission),
        to('vat', -vat),
        to('pit', -pit),
        to('freight', -shipping),
      ]);

/** The same backwards, whichever month it is by then. */
export const reversed = (postings: readonly Posting[]): Posting[] =>
  postings.map((posting) => ({ ...posting, amount: -posting.amount }));

export const paidOut = (producer: string, amount: number): Posting[] =>
  real([to('producer', amount, producer), to('partner', -amount)]);

export const sumOf = (postings: readonly Posting[]): number => postings.reduce((sum, { amount }) => sum + amount, 0);
