const NOWHERE = 'http://own.invalid';

/**
 * Where to go on after signing in: only an own path, never another site's (`//evil`, `/\evil`, `javascript:` …). What
 * comes back can stand in a `Location` header as it is.
 */
export const ownPath = (next: unknown, otherwise: string): string => {
  if (typeof next !== 'string' || next.length > 500) return otherwise;
  // A browser reads a backslash as a slash and drops tabs and line ends before it looks.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) || !URL.canParse(next, NOWHERE)) return otherwise;
  const url = new URL(next, NOWHERE);
  // `/..//evil` would be another site's again once the dots are walked.
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return otherwise;
  return url.pathname + url.search + url.hash;
};
