/** Where to go on after signing in: only an own path, never another site's (`//evil`, `/\evil`, `javascript:` …). */
export const ownPath = (next: unknown, otherwise: string): string => {
  if (typeof next !== 'string' || next.length > 500) return otherwise;
  // A browser reads a backslash as a slash and drops tabs and line ends before it looks.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return otherwise;
  return next;
};
