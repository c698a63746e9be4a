import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Visitor } from '@chophien/site';
import type { Refusal } from '@chophien/ui';

type Typed = Refusal['typed'];
type Cookies = Pick<Visitor, 'env' | 'cookie' | 'set' | 'clear'>;

const COOKIE = 'dang-lam';
const MINUTES = 15;
/** Browsers keep 4,096 bytes of a cookie, its name and rules included. */
const MOST = 3_800;
const MOST_UNPACKED = 64 * 1024;
const IV = 12;
const TAG = 16;

const keyOf = ({ env }: Cookies): Buffer =>
  Buffer.from(hkdfSync('sha256', env.SITE_KEY, '', 'office: an unfinished form', 32));

/**
 * `Set-Cookie` that keeps what was typed on one page while its official proves who she is. It is sealed, because a reason
 * may speak of a household, and opens on that page alone; a form longer than a cookie is not kept (`undefined`).
 */
export const keepUnfinished = (who: Cookies, path: string, typed: Typed, now = new Date()): string | undefined => {
  const until = now.getTime() + MINUTES * 60_000;
  const text = Buffer.from(JSON.stringify({ until, typed }));
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(who), iv).setAAD(Buffer.from(path));
  const sealed = Buffer.concat([iv, cipher.update(packed), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  return sealed.length > MOST ? undefined : who.set(COOKIE, sealed, { sameSite: 'Strict', expires: new Date(until) });
};

/** What was typed on this page before, or `undefined`: nothing kept, another page's, too old, or not ours. */
export const unfinished = (who: Cookies, path: string, now = new Date()): Typed | undefined => {
  const sealed = Buffer.from(who.cookie(COOKIE) ?? '', 'base64url');
  if (sealed.length <= IV + TAG) return undefined;
  try {
    const opened = createDecipheriv('aes-256-gcm', keyOf(who), sealed.subarray(0, IV))
      .setAAD(Buffer.from(path))
      .setAuthTag(sealed.subarray(-TAG));
    const packed = Buffer.concat([opened.update(sealed.subarray(IV, -TAG)), opened.final()]);
    const text = brotliDecompressSync(packed, { maxOutputLength: MOST_UNPACKED }).toString();
    const { until, typed } = JSON.parse(text) as { until: number; typed: Typed };
    return now.getTime() < until ? typed : undefined;
  } catch {
    return undefined;
  }
};

/** `Set-Cookie` that forgets it. */
export const dropUnfinished = (who: Cookies): string => who.clear(COOKIE);

/** What was typed, as a form reads it again: nothing is wrong with it. */
export const asTyped = (typed: Typed | undefined): Refusal | undefined =>
  typed && { code: 'identity.proof-needed', sentence: '', fields: {}, typed };
