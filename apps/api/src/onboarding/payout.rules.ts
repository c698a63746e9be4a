import { fold } from '@chophien/kernel';

/**
 * Whether an account is held in the producer's own name: the verified head's, or, for a cooperative, the cooperative's.
 * Banks write names without accents and in capitals.
 */
export const isOwnName = (
  holder: string,
  own: { kind: string; stall: string; verifiedName: string | null },
): boolean => {
  const names = [own.verifiedName, own.kind === 'household' ? null : own.stall];
  return names.some((name) => name !== null && plain(name) === plain(holder));
};

const plain = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
