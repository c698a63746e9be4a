import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from our own pages. A browser says so in `Origin` (every POST) or in `Sec-Fetch-Site`; a request
 * that says neither could come from anywhere and is refused.
 */
export const fromOwnPage = (headers: IncomingHttpHeaders, origin: string): boolean => {
  const said = headers.origin;
  if (said !== undefined && said !== 'null') return said === origin;
  return headers['sec-fetch-site'] === 'same-origin';
};
