import type { ShortSaid } from '@chophien/contracts';
import { type Option, shortReasons } from '@chophien/ui';

/** The fields of one line of a parcel, by its offer. */
export const packedField = (offer: string): string => `dong-${offer}`;
export const reasonField = (offer: string): string => `ly-do-${offer}`;

const said: readonly ShortSaid[] = ['not-enough', 'spoiled', 'below-standard', 'agreed'];

/** Why a line is short, to choose from. */
export const reasonOptions: readonly Option[] = said.map((value) => ({ value, word: shortReasons[value] }));
