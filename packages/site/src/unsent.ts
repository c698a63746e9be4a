/**
 * What a loader hands to its page and to nobody else. The framework packs every loader's answer for a browser that would
 * hydrate; ours never does, and on a shelf of 24 products the packing was a sixth of the work. What is inherited is read as
 * ever and packed as nothing. Don't spread it: `{ ...unsent(x) }` is empty.
 */
export const unsent = <T extends object>(page: T): T => Object.create(page) as T;
