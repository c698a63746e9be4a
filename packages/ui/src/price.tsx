import type { Pack, UnitPrice } from '@chophien/contracts';
import { formatDong, unitWord } from '@chophien/kernel';
import { packWords } from './goods.ts';

interface Props {
  /** Whole đồng for one unit. */
  dong: number;
  unit: string;
  /** What one of the unit holds. */
  pack?: Pack | null;
  /** What a kilogram or a piece of it comes to, where that is another number. */
  unitPrice?: UnitPrice | null;
  large?: boolean;
}

/** What one unit costs, what is in it, and what that comes to: `45.000 ₫/gói 500 g`, `90.000 ₫/kg`. */
export const Price = ({ dong, unit, pack, unitPrice, large }: Props) => (
  <span className={large ? 'price price-large' : 'price'}>
    {formatDong(dong)}
    <small>
      /{unitWord(unit)}
      {pack && ` ${packWords(pack)}`}
    </small>
    {unitPrice && unitPrice.unit !== unit && (
      <small className="price-per">
        {formatDong(unitPrice.price)}/{unitWord(unitPrice.unit)}
      </small>
    )}
  </span>
);
