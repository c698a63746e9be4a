import { areaOf, type Grant } from '@chophien/contracts';

/** The province whose books somebody keeps; none is no province of anybody. */
export const provinceOf = (grants: readonly Grant[]): string => areaOf({ grants }, 'month.close').provinces[0] ?? '00';
