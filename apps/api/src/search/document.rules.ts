import { createHash } from 'node:crypto';
import { measuresIn } from './question.rules.ts';
import { accentedWords, foldedWords, joined, phrase } from './text.rules.ts';

/** What a listing can be narrowed and put in order by. */
export interface Facts {
  /** From the group at the top down to its own. */
  categories: string[];
  commune: string;
  province: string;
  producer: string;
  storage: string;
  kind: string;
  stars: number | null;
  price: number;
  inSeason: boolean;
  delivery: string;
  attributes: Record<string, string>;
  publishedAt: Date;
}

/** What is to be found of a listing, in the words it is told in. */
export interface Told extends Facts {
  id: string;
  name: string;
  /** What kind of thing it is. */
  kinds: readonly (string | null)[];
  /** Whose and whence it is, and what those places were called before July 2025. */
  places: readonly (string | null)[];
  description: string;
  /** How much one pack holds: `500g`. */
  measures: readonly string[];
}

/** How a listing is written down to be found. */
export interface SearchDocument extends Facts {
  id: string;
  /** Without accents, words between single spaces, one space around: ` vai thieu luc ngan `. */
  name: string;
  accentedName: string;
  /** All else that is said of it, without accents. */
  texts: string;
  /** All words in both writings, each with its places, as PostgreSQL reads them: `'vai':1A '=vải':1A`. */
  words: string;
  /** The words without accents, each once: what a mistyped one may have meant. */
  vocabulary: string[];
  /** The words with their accents, each once. */
  accents: string[];
  /** How much it is sold in: `500g`, `10qua`. */
  measures: string[];
  /** Tells one state of it from another. */
  digest: string;
}

/** Letters of a description that are read: a novel must not make the index. */
const mostDescription = 1_200;
/** Words of one field stand this far from those of the next, so that no phrase reaches across. */
const gap = 10;

export const searchDocument = ({ name, kinds, places, description, measures, ...facts }: Told): SearchDocument => {
  const said = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null && text !== '') as string[];
  const about = description.slice(0, mostDescription);
  const fields: [weight: string, texts: string[]][] = [
    ['A', [name]],
    ['B', said(kinds)],
    ['C', said(places)],
    ['D', [about]],
  ];
  const lexemes = new Map<string, string[]>();
  let at = 1;
  for (const [weight, texts] of fields) {
    for (const text of texts) {
      const accented = accentedWords(text);
      const words = foldedWords(text);
      words.forEach((word, index) => {
        const short = joined(words[index - 1], word);
        for (const form of [word, `=${accented[index] as string}`, ...(short ? [short] : [])]) {
          const places = lexemes.get(form) ?? [];
          if (places.length < 20) places.push(`${at}${weight}`);
          lexemes.set(form, places);
        }
        at += 1;
      });
      at += gap;
    }
  }
  const amounts = [...new Set([...measures, ...measuresIn(`${name}\n${about}`)])];
  for (const amount of amounts) lexemes.set(amount, [`${at}B`]);
  const words = [...lexemes].map(([word, where]) => `'${word.slice(0, 200)}':${where.join(',')}`).join(' ');
  const texts = phrase([...said(kinds), ...said(places), about].flatMap((text) => foldedWords(text)));
  const all = [name, ...said(kinds), ...said(places), about];
  const document = {
    ...facts,
    name: phrase(foldedWords(name)),
    accentedName: phrase(accentedWords(name)),
    texts,
    words,
    // A number is not mistyped for another.
    vocabulary: [...new Set(all.flatMap(foldedWords))].filter((word) => /\p{L}/u.test(word)),
    accents: [...new Set(all.flatMap(accentedWords))],
    measures: amounts,
  };
  return { ...document, digest: digestOf(document) };
};

const digestOf = (document: object): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 22);
