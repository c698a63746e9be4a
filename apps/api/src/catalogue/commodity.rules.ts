import type { StorageClass } from '@chophien/contracts';

/** How a thing is kept that may not be warmer than this, °C; nothing is asked of what has no limit. */
export const storageOf = (maximumCelsius: number | null): StorageClass => {
  if (maximumCelsius === null || maximumCelsius > 15) return 'ambient';
  if (maximumCelsius > 8) return 'cool';
  return maximumCelsius > -12 ? 'chilled' : 'frozen';
};
