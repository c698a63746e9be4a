import { Problem, type ShortReason, type ShortSaid } from '@chophien/contracts';
import { ONE, priceOf, unitOf } from '@chophien/kernel';
import { sum } from './order.rules.ts';

/** A line as it was ordered: thousandths of the unit, whole đồng. */
export interface OrderedLine {
  offer: string;
  unit: string;
  quantity: number;
  price: number;
  amount: number;
}

/** What a producer says is in the parcel of one line. */
export interface Said {
  offer: string;
  packed: number;
  reason?: ShortSaid | undefined;
}

export interface PackedLine {
  offer: string;
  packed: number;
  /** What the packed amount comes to, whole đồng. */
  settled: number;
  reason: ShortReason | null;
}

/**
 * What is in a parcel, line by line; a line nobody spoke of is as it was ordered. Goods sold by weight may differ as far as
 * the scales do (`toleranceBp`, basis points of what was ordered); anything beyond needs a reason, more is refused, and so is
 * a parcel with nothing in it, which is no parcel but a refusal.
 */
export const pack = (ordered: readonly OrderedLine[], said: readonly Said[], toleranceBp: number): PackedLine[] => {
  const lines = new Map(said.map((one) => [one.offer, one]));
  const unknown = said.findIndex(({ offer }) => !ordered.some((line) => line.offer === offer));
  if (unknown >= 0) throw invalid(unknown, 'offer', 'a line of this parcel');
  const packed = ordered.map((line) => {
    const one = lines.get(line.offer);
    return one ? packedLine(line, one, toleranceBp) : whole(line);
  });
  if (packed.every((line) => line.packed === 0)) throw new Problem('ordering.nothing-packed');
  return packed;
};

const whole = ({ offer, quantity, amount }: OrderedLine): PackedLine => ({
  offer,
  packed: quantity,
  settled: amount,
  reason: null,
});

const packedLine = (line: OrderedLine, { packed, reason }: Said, toleranceBp: number): PackedLine => {
  const { offer, quantity } = line;
  const within = weighed(line.unit) ? Math.floor((quantity * toleranceBp) / 10_000) : 0;
  if (packed > quantity + within) throw new Problem('ordering.packed-too-much', { offer, most: quantity + within });
  if (!weighed(line.unit) && packed !== quantity && packed % ONE !== 0) {
    throw new Problem('platform.invalid-input', {
      errors: [{ field: `packed-${offer}`, rule: 'not_multiple_of', message: 'whole pieces' }],
    });
  }
  const settled = settledFor(line, packed);
  if (packed >= quantity) return { offer, packed, settled, reason: null };
  const light = packed >= quantity - within && packed > 0;
  if (!light && !reason) throw new Problem('ordering.short-without-reason', { offer });
  return { offer, packed, settled, reason: reason ?? 'weighed' };
};

/** What a packed amount comes to at the price that was agreed: in proportion, and never more than was agreed. */
export const settledFor = ({ quantity, price, amount }: OrderedLine, packed: number): number =>
  packed >= quantity ? amount : Math.min(amount, priceOf(price, packed));

/** Whether a unit is one that scales tell. */
const weighed = (unit: string): boolean => unitOf(unit).kilogramThousandths !== undefined;

/** Whether what was left out is no more, or there to be sold to another. */
export const isLost = (reason: ShortReason | null): boolean =>
  reason !== null && reason !== 'agreed' && reason !== 'weighed';

/**
 * What a parcel comes to as it is packed. Its freight is the tariff's for a parcel on that way and in that keeping, whatever
 * it weighs, so it stays as it was agreed.
 */
export const repriced = (
  parcel: { shipping: number },
  lines: readonly { settled: number }[],
): { goods: number; shipping: number } => ({ goods: sum(lines, 'settled'), shipping: parcel.shipping });

const invalid = (index: number, field: string, message: string): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: `lines[${index}].${field}`, rule: 'invalid_value', message }],
  });
