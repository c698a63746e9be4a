import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from './env.ts';

const keys = new Map<string, Buffer>();

/** A 32-byte key for one purpose, derived from SECRET (HKDF-SHA256): no two purposes share a key. */
export const subkey = (purpose: string): Buffer => {
  const { SECRET } = env();
  const name = `${purpose} ${SECRET}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', SECRET, 'cho-phien', purpose, 32));
    keys.set(name, key);
  }
  return key;
};

/** HMAC-SHA256 of `data` under the key of its purpose, base64url. */
export const hmac = (purpose: string, data: string | Uint8Array): string =>
  createHmac('sha256', subkey(purpose)).update(data).digest('base64url');

/** 32 random bytes as 43 characters of base64url: sessions, access links. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hexadecimal: how a token of full entropy is kept. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Equal without telling, by its time, where two texts differ. */
export const equalConstantTime = (left: string, right: string): boolean =>
  timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
