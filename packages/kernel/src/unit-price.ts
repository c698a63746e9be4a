import { type Dong, dong } from './money.ts';
import { ONE, type Quantity } from './quantity.ts';
import { unitOf } from './units.ts';
import { whole } from './whole.ts';

export type SoldBy = 'piece' | 'pack' | 'weight';

/** What one pack holds, in thousandths of its unit. */
export interface PackContents {
  quantity: Quantity;
  unit: string;
}

/** What is asked for one unit of sale, and what that holds. */
export interface Asked {
  price: Dong;
  unit: string;
  pack: PackContents | null;
}

/** By what a thing is sold: a unit of weight by weight, what says what it holds by the pack, all else by the piece. */
export const soldByOf = ({ unit, pack }: { unit: string; pack: PackContents | null }): SoldBy => {
  if (unitOf(unit).kilogramThousandths) return 'weight';
  return pack ? 'pack' : 'piece';
};

/**
 * What one kilogram of it costs (or one litre, one piece, by what the pack holds), so that packs of any size can be compared:
 * whole đồng, rounded half up. Null where there is nothing to compare by: a piece of no stated content.
 * @throws RangeError for an unknown unit, an empty pack or broken numbers
 */
export function unitPriceOf({ price, unit, pack }: Asked): { price: Dong; unit: string } | null {
  const holds = pack ?? { quantity: ONE, unit };
  const kilograms = unitOf(holds.unit).kilogramThousandths;
  if (!pack && !kilograms) return null;
  const inOne = BigInt(whole('quantity', holds.quantity, 1)) * BigInt(kilograms ?? ONE); // millionths of a kilogram or unit
  const asked = BigInt(dong(price)) * 1_000_000n;
  return { price: dong(Number((asked * 2n + inOne) / (2n * inOne))), unit: kilograms ? 'kg' : unitOf(holds.unit).id };
}
