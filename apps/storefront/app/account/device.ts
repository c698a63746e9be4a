import type { CodeSent } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';

const COOKIE = 'may';
const YEAR = 366 * 86_400_000;

/** What the API knows this browser by between two codes. */
export const deviceOf = ({ cookie }: Visitor): string | undefined => {
  const kept = cookie(COOKIE);
  return kept && /^[\w.-]{1,120}$/.test(kept) ? kept : undefined;
};

/** `Set-Cookie` lines that keep it, when the API said what it is. */
export const keepDevice = ({ set }: Visitor, { device }: CodeSent): string[] =>
  device ? [set(COOKIE, device, { expires: new Date(Date.now() + YEAR) })] : [];
