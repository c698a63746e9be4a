/// <reference lib="dom" />
import type { Shelves, Store } from './store.ts';

/** A photograph, sealed. */
export interface Sealed {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Made on this phone, and usable only here: nothing can read it out again. */
const keyOf = async <S extends Shelves>(store: Store<S>): Promise<CryptoKey> => {
  const known = await store.meta<CryptoKey>('slip-key');
  if (known) return known;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await store.note('slip-key', key);
  return key;
};

/** A photograph lies sealed on the phone until it was sent. */
export const seal = async <S extends Shelves>(store: Store<S>, id: string, picture: Blob): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(store), await picture.arrayBuffer());
  return { id, iv, bytes };
};

export const unseal = async <S extends Shelves>(store: Store<S>, { iv, bytes }: Sealed): Promise<Blob> =>
  new Blob([await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(store), bytes)], { type: 'image/jpeg' });
