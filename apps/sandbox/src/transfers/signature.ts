import { createHmac } from 'node:crypto';

const sha256 = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex');

/** SePay: over the time and the very bytes that are sent (developer.sepay.vn, webhook HMAC). */
export const sepaySignature = (secret: string, seconds: number, body: string): string =>
  `sha256=${sha256(secret, `${seconds}.${body}`)}`;

type Data = Readonly<Record<string, unknown>>;

/** payOS: keys in ascending order, `k=v` joined with `&`; null is empty, an array its JSON in that order too, nothing is url-encoded. */
export const payosText = (data: Data): string =>
  Object.keys(data)
    .sort()
    .map((key) => `${key}=${said(data[key])}`)
    .join('&');

const said = (value: unknown): string => {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return '';
  if (Array.isArray(value)) return JSON.stringify(value.map(inOrder));
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
};

const inOrder = (one: unknown): unknown =>
  typeof one === 'object' && one !== null
    ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
    : one;

export const payosSignature = (checksumKey: string, data: Data): string => sha256(checksumKey, payosText(data));
