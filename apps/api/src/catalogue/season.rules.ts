import type { ListingKind, WindowState } from '@chophien/contracts';

export interface SeasonFacts {
  kind: ListingKind;
  window: WindowState;
  /** The listing's own harvest days, both counted in. */
  harvestFrom: string | null;
  harvestTo: string | null;
  /** Whether it has selling days of its own, that end. */
  sellsForAWhile: boolean;
  /** The months (1–12) in which the crop is commonly harvested; null where nobody says. */
  months: readonly number[] | null;
}

/**
 * Whether it is in season on this day: it is on sale, and being harvested. What the seller says of the own harvest goes before
 * the selling days, and both before what is common; of what none of them speaks, nothing is claimed.
 */
export const inSeasonOn = (day: string, facts: SeasonFacts): boolean => {
  const { kind, window, harvestFrom, harvestTo, sellsForAWhile, months } = facts;
  if (window !== 'open') return false;
  if (harvestFrom !== null || harvestTo !== null) {
    return (harvestFrom === null || harvestFrom <= day) && (harvestTo === null || day <= harvestTo);
  }
  if (sellsForAWhile) return true;
  return kind === 'goods' && (months?.includes(Number(day.slice(5, 7))) ?? false);
};
