import type { SiteEnv } from './env.ts';

type Scheme = Pick<SiteEnv, 'secure'>;

export interface CookieRule {
  sameSite?: 'Lax' | 'Strict';
  /** Until then; without it, until the browser is closed. */
  expires?: Date;
}

/**
 * The name as the browser keeps it. `__Host-` binds a cookie to https and to this very host, so no neighbour can plant one.
 * Two sites on one loopback address share their cookies whatever the port: give each site other names.
 */
export const cookieName = ({ secure }: Scheme, name: string): string => (secure ? `__Host-${name}` : name);

/** A `Set-Cookie` line: never readable by a script, never sent to another site. The value must be URL-safe already. */
export const setCookie = (env: Scheme, name: string, value: string, rule: CookieRule = {}): string => {
  if (!/^[\w.~%-]*$/.test(value)) throw new Error(`cookie ${name}: a value of URL-safe characters`);
  const parts = [`${cookieName(env, name)}=${value}`, 'Path=/', 'HttpOnly', `SameSite=${rule.sameSite ?? 'Lax'}`];
  if (rule.expires) parts.push(`Expires=${rule.expires.toUTCString()}`);
  if (env.secure) parts.push('Secure');
  return parts.join('; ');
};

export const clearCookie = (env: Scheme, name: string, rule: CookieRule = {}): string =>
  setCookie(env, name, '', { ...rule, expires: new Date(0) });

/** The value of one cookie in a `Cookie` header; the first one counts, as the most specific. */
export const readCookie = (env: Scheme, header: string | null | undefined, name: string): string | undefined => {
  const wanted = `${cookieName(env, name)}=`;
  const found = header?.split(';').find((pair) => pair.trimStart().startsWith(wanted));
  return found?.trimStart().slice(wanted.length) || undefined;
};
