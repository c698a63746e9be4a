/// <reference lib="dom" />
import type { SealedSlip, Store } from './store.ts';

/** Made on this phone, and usable only here: nothing can read it out again. */
const keyOf = async (store: Store): Promise<CryptoKey> => {
  const known = await store.meta<CryptoKey>('slip-key');
  if (known) return known;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await store.put('meta', { key: 'slip-key', value: key });
  return key;
};

/** A slip lies sealed on the phone until it was sent. */
export const seal = async (store: Store, id: string, picture: Blob): Promise<SealedSlip> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(store), await picture.arrayBuffer());
  return { id, iv, bytes };
};

export const unseal = async (store: Store, { iv, bytes }: SealedSlip): Promise<Blob> =>
  new Blob([await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(store), bytes)], { type: 'image/jpeg' });
