import { createDecipheriv, createHmac } from 'node:crypto';
import { equalConstantTime, sha256, subkey } from '../platform/crypto.ts';
import { isSealed, type Place, sealText, unsealText } from '../platform/sealed.ts';

const place = (device: string): Place => ({ table: 'coldchain.device', row: device, owner: device });

/** A device's key as it is kept; bound to the device, so that one device's row opens nothing for another. */
export const seal = (device: string, key: string): Promise<string> => sealText(key, place(device));

/** @throws Error if it was sealed for another device, under another key, or tampered with */
export const unseal = (device: string, sealed: string): Promise<string> =>
  isSealed(sealed) ? unsealText(sealed, place(device)) : unsealFormer(device, sealed);

/** What was kept before platform/sealed.ts: nonce, text and tag, each by itself, under a key of its purpose. */
// biome-ignore lint/suspicious/useAwait: what was changed is a rejection, as above
const unsealFormer = async (device: string, sealed: string): Promise<string> => {
  const [nonce, text, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !text || tag?.length !== 16) throw new Error('not a sealed device key');
  const key = subkey('device-key');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(device)).setAuthTag(tag);
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
