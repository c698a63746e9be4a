import { Problem } from '@chophien/contracts';

/**
 * A price many times more or less than before is most often a zero too many or too few: it is asked once more.
 * @throws Problem catalogue.price-jump with both prices
 */
export const askOnJump = ({ from, to, factor }: { from: number; to: number; factor: number }): void => {
  if (to > from * factor || to * factor < from) throw new Problem('catalogue.price-jump', { from, to, factor });
};
