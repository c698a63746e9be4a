import { canonicalTone, fold, nfc, withoutAccents } from '@chophien/kernel';

/** Vietnamese numbers as people write them to get round a filter: spaces, dots, dashes, +84. */
const phone = /(?:\+?84|0)(?:[\s.\-_]*\d){8,10}/;
const link = /(?:https?:\/\/|www\.)\S+|[\w-]+\.(?:com|vn|net|org|info|shop|store|top|xyz)\b(?:\/\S*)?/i;
const account =
  /\b(?:zalo|facebook|fb|messenger|telegram|tiktok|shopee|lazada)\b|\bstk\b|\bso tai khoan\b|@[a-z0-9_.]{3,}/i;

/** The way to reach the seller beside the market that a text gives, as it stands there; null when it gives none. */
export const contactIn = (text: string): string | null =>
  phone.exec(text)?.[0].trim() ?? link.exec(text)?.[0] ?? account.exec(fold(text))?.[0] ?? null;

/**
 * The first of these words a text says, whole words only; null when it says none. A text without any accent is compared
 * without them: "can sa" is then cần sa, while "cân sả" never is.
 */
export const wordIn = <W extends { words: string }>(text: string, watched: readonly W[]): W | null => {
  const lower = canonicalTone(nfc(text).toLowerCase());
  const as = withoutAccents(lower) === lower ? fold : (words: string) => canonicalTone(nfc(words).toLowerCase());
  const said = spaced(as(text));
  return watched.find(({ words }) => said.includes(spaced(as(words)))) ?? null;
};

const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
