import { randomBytes } from 'node:crypto';
import type { CookieRule } from '@chophien/site';

const MONTHS_KEPT = 3;

/** The key that opens this visitor's basket: the one in the cookie, or a new one that goes into it. */
export const basketKey = (known: string | undefined) => {
  const value = known && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url');
  return {
    value,
    headers: (set: (name: string, value: string, rule?: CookieRule) => string): Record<string, string> => {
      const expires = new Date();
      expires.setUTCMonth(expires.getUTCMonth() + MONTHS_KEPT);
      return value === known ? {} : { 'set-cookie': set('gio', value, { expires }) };
    },
  };
};
