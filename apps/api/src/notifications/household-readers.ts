import type { Households, Identity } from '../identity/index.ts';
import { hmac } from '../platform/crypto.ts';
import type { Reader } from './write-messages.ts';

/** By it a household's number is found again when a message goes out, without being kept beside the message. */
export const phoneMark = (phone: string): string => hmac('notifications.recipient', phone).slice(0, 16);

/** The people of a household or, while nobody of it has signed in, its phones. */
export const readersOf = async (identity: Identity, households: Households, producer: string): Promise<Reader[]> => {
  const owners = await identity.ownersOf(producer);
  if (owners.length > 0) return owners.map(({ person }) => ({ person }));
  const phones = (await households.phonesOfAll([producer])).get(producer) ?? [];
  return phones.map((phone) => ({ producer, phone: phoneMark(phone) }));
};
