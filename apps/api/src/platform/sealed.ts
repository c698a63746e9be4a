import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { kms } from './kms.ts';

/**
 * Envelope encryption. Each sealed thing has a random 256-bit key of its own; that key is kept beside it, locked by a key of
 * the key service (kms.ts). To change the service's key only the small keys are locked anew; to destroy a thing it is enough
 * to destroy its small key. AES-256-GCM with a random 96-bit nonce; where the thing belongs is authenticated with it, so
 * that a value moved to another row, or another person, opens nothing.
 *
 *     a sealed text   v1.<kek>.<locked key>.<nonce, tag, text>
 *     a file's key    v1.<kek>.<locked key>                      the file itself: nonce, tag, bytes
 */

/** Where a sealed thing belongs: the table, the row and whose it is. */
export interface Place {
  table: string;
  row: string;
  owner: string;
}

/** It was changed, cut short, or belongs to another place. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed value was changed or belongs to another place');
  }
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const form = /^v1\.([\w-]{1,64})\.([\w-]{20,})(?:\.([\w-]{38,}))?$/;

const aad = ({ table, row, owner }: Place): Buffer => Buffer.from(`${table}:${row}:${owner}`);

const lock = (key: Buffer, bytes: Uint8Array, place: Place): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

const unlock = (key: Buffer, locked: Uint8Array, place: Place): Buffer => {
  if (locked.length < nonceBytes + tagBytes) throw new SealBroken();
  try {
    const decipher = createDecipheriv(algorithm, key, locked.subarray(0, nonceBytes))
      .setAAD(aad(place))
      .setAuthTag(locked.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(locked.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
};

const freshKey = async (): Promise<{ key: Buffer; kept: string }> => {
  const key = randomBytes(32);
  const { kek, wrapped } = await kms().wrap(key);
  return { key, kept: `v1.${kek}.${wrapped.toString('base64url')}` };
};

const openKey = (kek: string, wrapped: string): Promise<Buffer> => kms().unwrap(kek, Buffer.from(wrapped, 'base64url'));

const partsOf = (sealed: string): [kek: string, wrapped: string, body: string | undefined] => {
  const found = form.exec(sealed);
  if (!found) throw new SealBroken();
  return [found[1] ?? '', found[2] ?? '', found[3]];
};

/** Whether a kept text is of the form above, and not from before it. */
export const isSealed = (text: string): boolean => text.startsWith('v1.');

/** The id of the key that locks a sealed text or a file's key. */
export const kekOf = (sealed: string): string => partsOf(sealed)[0];

/** A short secret, as one line to be kept in a `text` column: a number, an account, a key. */
export const sealText = async (text: string, place: Place): Promise<string> => {
  const { key, kept } = await freshKey();
  return `${kept}.${lock(key, Buffer.from(text, 'utf8'), place).toString('base64url')}`;
};

/** @throws SealBroken, UnknownKey */
export const unsealText = async (sealed: string, place: Place): Promise<string> => {
  const [kek, wrapped, body] = partsOf(sealed);
  if (body === undefined) throw new SealBroken();
  return unlock(await openKey(kek, wrapped), Buffer.from(body, 'base64url'), place).toString('utf8');
};

/** A file: its bytes for the storage, and its key for a `text` column of the row. */
export const sealBytes = async (bytes: Uint8Array, place: Place): Promise<{ sealed: Buffer; key: string }> => {
  const { key, kept } = await freshKey();
  return { sealed: lock(key, bytes, place), key: kept };
};

/** @throws SealBroken, UnknownKey */
export const unsealBytes = async (sealed: Uint8Array, key: string, place: Place): Promise<Buffer> => {
  const [kek, wrapped] = partsOf(key);
  return unlock(await openKey(kek, wrapped), sealed, place);
};

/** The same sealed text or file's key, locked under the service's current key; what it opens is not touched. */
export const rewrap = async (sealed: string): Promise<string> => {
  const [kek, wrapped, body] = partsOf(sealed);
  const again = await kms().wrap(await openKey(kek, wrapped));
  return [`v1.${again.kek}.${again.wrapped.toString('base64url')}`, body]
    .filter((part) => part !== undefined)
    .join('.');
};
