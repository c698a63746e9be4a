import { fold } from '@chophien/kernel';

export type StatementKind = 'payment' | 'refund' | 'cash';
export type Provider = 'vnpay' | 'sepay' | 'payos' | 'carrier';

/** One line of somebody's statement. */
export interface TheirLine {
  /** Their number of the transaction, or what the box says. */
  reference: string;
  kind: StatementKind;
  amount: number;
}

/** What we have on record under a reference. */
export interface OurMove {
  reference: string;
  kind: StatementKind;
  amount: number;
  orderCode: string;
}

export interface Compared {
  reference: string;
  kind: StatementKind;
  theirs: number | null;
  ours: number | null;
  orderCode: string | null;
  outcome: 'matched' | 'amount-differs' | 'unknown' | 'twice' | 'missing';
}

const key = ({ reference, kind }: { reference: string; kind: StatementKind }): string => `${kind} ${reference}`;

/**
 * Their day beside ours: what agrees, what differs, what only they know, what they say twice, and what `expected` of ours
 * they do not say at all. Every line of theirs is told once, and every move of ours that was expected.
 */
export const compare = (
  theirs: readonly TheirLine[],
  known: readonly OurMove[],
  expected: readonly OurMove[],
): Compared[] => {
  const ours = new Map(known.map((move) => [key(move), move]));
  const seen = new Set<string>();
  const told = theirs.map(({ reference, kind, amount }): Compared => {
    const name = key({ reference, kind });
    const move = ours.get(name);
    const twice = seen.has(name);
    seen.add(name);
    const outcome = twice ? 'twice' : !move ? 'unknown' : move.amount === amount ? 'matched' : 'amount-differs';
    return { reference, kind, theirs: amount, ours: move?.amount ?? null, orderCode: move?.orderCode ?? null, outcome };
  });
  const missing = expected
    .filter((move) => !seen.has(key(move)))
    .map(
      ({ reference, kind, amount, orderCode }): Compared => ({
        reference,
        kind,
        theirs: null,
        ours: amount,
        orderCode,
        outcome: 'missing',
      }),
    );
  return [...told, ...missing];
};

/** Heads of columns as these companies and their people write them, without accents. */
const heads = {
  reference: [
    'ma giao dich',
    'so giao dich',
    'ma tham chieu',
    'ma van don',
    'ma kien',
    'ma kien hang',
    'reference',
    'transaction no',
  ],
  amount: ['so tien', 'so tien vnd', 'tien thu ho', 'so tien thu ho', 'cod', 'amount'],
  kind: ['loai giao dich', 'loai', 'type'],
} as const;

export interface Columns {
  reference: number;
  amount: number;
  kind: number | undefined;
}

/** Which column says what; undefined when it is no statement. */
export const columnsOf = (cells: ReadonlyMap<number, string>): Columns | undefined => {
  const find = (names: readonly string[]): number | undefined =>
    [...cells].find(([, text]) =>
      names.includes(
        fold(text)
          .replace(/[^a-z0-9 ]/g, '')
          .trim(),
      ),
    )?.[0];
  const [reference, amount] = [find(heads.reference), find(heads.amount)];
  return reference === undefined || amount === undefined ? undefined : { reference, amount, kind: find(heads.kind) };
};

/** `1.250.000`, `1,250,000 đ`, `1250000`: whole đồng; anything else is none. */
export const amountOf = (text: string): number | undefined => {
  const plain = text.replace(/\s|₫|đ|vnd/gi, '');
  if (!/^-?\d+$/.test(plain) && !/^-?\d{1,3}([.,]\d{3})+$/.test(plain)) return undefined;
  const amount = Math.abs(Number(plain.replace(/[.,]/g, '')));
  return Number.isSafeInteger(amount) && amount > 0 ? amount : undefined;
};

/** What a line is about: refunds say so, or are written as less than nothing. */
export const kindOf = (provider: Provider, said: string, amount: string): StatementKind => {
  if (provider === 'carrier') return 'cash';
  return /hoan|refund/.test(fold(said)) || amount.trim().startsWith('-') ? 'refund' : 'payment';
};
