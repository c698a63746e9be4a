import { formatDong, unitWord } from '@chophien/kernel';

interface Props {
  /** Whole đồng for one unit. */
  dong: number;
  unit: string;
  large?: boolean;
}

/** What one unit costs: `25.000 ₫/kg`. */
export const Price = ({ dong, unit, large }: Props) => (
  <span className={large ? 'price price-large' : 'price'}>
    {formatDong(dong)}
    <small>/{unitWord(unit)}</small>
  </span>
);
