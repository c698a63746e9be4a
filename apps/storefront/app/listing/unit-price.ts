import { formatDong, type Quantity, unitPriceOf, unitWord } from '@chophien/kernel';

interface Asked {
  price: number;
  unit: string;
  pack?: { quantity: Quantity; unit: string } | undefined;
}

/** What one kilogram (litre, piece) comes to, where that is not the price itself: `tức 50.000 ₫/kg`. */
export const unitPriceWords = ({ price, unit, pack }: Asked): string => {
  try {
    const one = unitPriceOf({ price, unit, pack: pack ?? null });
    return one && one.unit !== unit ? `tức ${formatDong(one.price)}/${unitWord(one.unit)}` : '';
  } catch {
    // Half typed: there is nothing to say yet.
    return '';
  }
};
