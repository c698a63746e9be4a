import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { subkey } from './crypto.ts';
import { env } from './env.ts';

/** A key that was used to seal something is no longer (or not yet) configured: nothing is lost, but nothing opens. */
export class UnknownKey extends Error {
  readonly kek: string;
  constructor(kek: string) {
    super(`The key ${kek} is not known here; give it back in SEALING_KEYS`);
    this.kek = kek;
  }
}

/** Who keeps the keys that lock other keys: this process from its environment, or a key service outside. */
export interface Kms {
  /** The id of the key that locks from now on: letters, digits, `_` and `-`. */
  current(): Promise<string>;
  /** Locks a data key under the current key. */
  wrap(key: Uint8Array): Promise<{ kek: string; wrapped: Buffer }>;
  /** @throws UnknownKey */
  unwrap(kek: string, wrapped: Uint8Array): Promise<Buffer>;
}

const algorithm = 'aes-256-gcm';

/** The keys of SEALING_KEYS (`2027:<64 hex>,2026:<64 hex>`, the first locks), and after them one derived from SECRET. */
const ring = (): Map<string, Buffer> => {
  const configured = (env().SEALING_KEYS ?? []).map(({ id, key }) => [id, Buffer.from(key, 'hex')] as const);
  const derived = subkey('sealing');
  // Named after itself: when SECRET changes, what it sealed is refused by name and not as if it were forged.
  const name = `s${createHash('sha256').update(derived).digest('hex').slice(0, 8)}`;
  return new Map([...configured, [name, derived] as const]);
};

const keyOf = (kek: string): Buffer => {
  const key = ring().get(kek);
  if (!key) throw new UnknownKey(kek);
  return key;
};

/** AES-256-GCM; the id of the key is part of what is authenticated. */
export const localKms: Kms = {
  current: () => Promise.resolve(ring().keys().next().value as string),
  wrap: async (key) => {
    const kek = await localKms.current();
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, keyOf(kek), nonce).setAAD(Buffer.from(kek));
    const locked = Buffer.concat([cipher.update(key), cipher.final()]);
    return { kek, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), locked]) };
  },
  // biome-ignore lint/suspicious/useAwait: a key that is not known is a rejection, as from a service
  unwrap: async (kek, wrapped) => {
    const decipher = createDecipheriv(algorithm, keyOf(kek), wrapped.subarray(0, 12))
      .setAAD(Buffer.from(kek))
      .setAuthTag(wrapped.subarray(12, 28));
    return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
  },
};

/** The key service of this process. */
export const kms = (): Kms => localKms;
