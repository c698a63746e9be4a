import { canonicalTone, fold, nfc } from '@chophien/kernel';

/** Words of a question beyond this many are not read: a question is short, a text that breaks us is not. */
const mostWords = 12;

/** What a listing is found by, in both writings. */
export interface SearchDocument {
  id: string;
  /** Without accents, words between single spaces, one space around: ` vai thieu luc ngan `. */
  name: string;
  /** With accents, lower case, one placement of the tone. */
  accentedName: string;
  /** All words, of the name and of whose and whence it is. */
  words: string[];
  accentedWords: string[];
  category: string;
  commune: string;
  province: string;
  storage: string;
  publishedAt: Date;
}

/** What somebody asked, in both writings. `accented` is null when no word carried an accent. */
export interface Question {
  words: string[];
  accented: string[] | null;
}

/** Within what it is asked. */
export interface Within {
  category?: string | undefined;
  commune?: string | undefined;
  province?: string | undefined;
  storage?: string | undefined;
}

const split = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const accentedWords = (text: string): string[] => split(canonicalTone(nfc(text).toLowerCase()));
const foldedWords = (text: string): string[] => split(fold(text));
const between = (words: string[]): string => ` ${words.join(' ')} `;
const once = (words: string[]): string[] => [...new Set(words)];

/** The words somebody typed; undefined when there is none in it. */
export const question = (typed: string): Question | undefined => {
  const words = foldedWords(typed).slice(0, mostWords);
  if (words.length === 0) return undefined;
  const accented = accentedWords(typed).slice(0, mostWords);
  return { words, accented: accented.join(' ') === words.join(' ') ? null : accented };
};

/** The words as a phrase, to be looked for in a name. */
export const phrase = between;

/** How a listing is written down to be found. `texts` say whose and whence it is. */
export const searchDocument = (
  listing: Pick<SearchDocument, 'id' | 'category' | 'commune' | 'province' | 'storage' | 'publishedAt'> & {
    name: string;
    texts: readonly (string | null)[];
  },
): SearchDocument => {
  const { name, texts, ...rest } = listing;
  const all = [name, ...texts].filter((text) => text !== null).join('\n');
  return {
    ...rest,
    name: between(foldedWords(name)),
    accentedName: between(accentedWords(name)),
    words: once(foldedWords(all)),
    accentedWords: once(accentedWords(all)),
  };
};

/**
 * How well a document answers: the smaller, the better. With accents asked, what carries the same accents comes first;
 * then a name with the words side by side, then the words anywhere.
 */
export const tier = (
  { words, accented }: Question,
  document: Pick<SearchDocument, 'name' | 'accentedName' | 'accentedWords'>,
): number => {
  if (accented) {
    if (document.accentedName.includes(between(accented))) return 0;
    if (accented.every((word) => document.accentedWords.includes(word))) return 1;
  }
  return document.name.includes(between(words)) ? 2 : 3;
};
