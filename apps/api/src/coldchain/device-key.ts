import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { equalConstantTime, sha256, subkey } from '../platform/crypto.ts';

const algorithm = 'aes-256-gcm';

/** A device's key as it is kept: AES-256-GCM, bound to the device, so that one device's row opens nothing for another. */
export const seal = (device: string, key: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, subkey('device-key'), nonce).setAAD(Buffer.from(device));
  const sealed = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
  return [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
};

/** @throws Error if it was sealed for another device, under another SECRET, or tampered with */
export const unseal = (device: string, sealed: string): string => {
  const [nonce, text, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !text || tag?.length !== 16) throw new Error('not a sealed device key');
  const decipher = createDecipheriv(algorithm, subkey('device-key'), nonce).setAAD(Buffer.from(device)).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
};

/** What a device signs; `timestamp` in Unix seconds, `body` as it was sent. */
export interface Signed {
  method: string;
  path: string;
  device: string;
  timestamp: string;
  nonce: string;
  body: Uint8Array;
}

/** Whether `signature` is the hexadecimal HMAC-SHA256 of these, line by line, under the letters of the device's key. */
export const isSignedBy = (
  key: string,
  { method, path, device, timestamp, nonce, body }: Signed,
  signature: string,
): boolean => {
  const lines = [method, path, device, timestamp, nonce, sha256(body)].join('\n');
  return equalConstantTime(createHmac('sha256', key).update(lines).digest('hex'), signature);
};
