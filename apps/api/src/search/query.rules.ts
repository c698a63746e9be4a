import type { Part, Question } from './question.rules.ts';

/** Only letters, digits and our own mark ever come here; quoted, none of them can be an operator. */
const quoted = (word: string): string => `'${word}'`;
/** A word with the very accents it has, as documents keep it beside the one without. */
const exact = (word: string): string => quoted(`=${word}`);
const all = (words: readonly string[], write: (word: string) => string): string => words.map(write).join(' & ');
const beside = (words: readonly string[], write: (word: string) => string): string => words.map(write).join(' <-> ');

/** What a word may have meant that nothing has: words alike, and words that it is made of. */
export type Meant = ReadonlyMap<string, readonly (readonly string[])[]>;

const group = (alternatives: readonly string[]): string =>
  alternatives.length === 1 ? `(${alternatives[0]})` : `(${alternatives.map((one) => `(${one})`).join(' | ')})`;
const inOtherWords = ({ others }: Part): string[] => others.map((words) => beside(words, exact));

/** What has all the words, or other words for them. */
export const exactly = ({ parts }: Question): string =>
  parts.map((part) => group([all(part.words, quoted), ...inOtherWords(part)])).join(' & ');

/** The same with the accents that were typed; null where none was. */
export const accented = ({ accented, parts }: Question): string | null =>
  accented && parts.map((part) => group([all(part.accented, exact), ...inOtherWords(part)])).join(' & ');

/** The same with what its words may have meant, and its last word perhaps not finished. */
export const widely = ({ parts }: Question, meant: Meant): string =>
  parts
    .map((part, at) => {
      const each = part.words.map((word, index) => {
        const unfinished = at === parts.length - 1 && index === part.words.length - 1 && word.length > 1;
        const others = (meant.get(word) ?? []).map((words) => beside(words, quoted));
        return group([`${quoted(word)}${unfinished ? ':*' : ''}`, ...others]);
      });
      return group([each.join(' & '), ...inOtherWords(part)]);
    })
    .join(' & ');

/** Each two words that follow one another, as they were typed or in other words. */
export const pairs = ({ accented, parts }: Question): string[] => {
  const write = accented ? exact : quoted;
  const ways = parts.map((part) => [
    (accented ? part.accented : part.words).map(write),
    ...part.others.map((words) => words.map(exact)),
  ]);
  const inside = ways.flatMap((way) => {
    const [typed, ...others] = way as [string[], ...string[][]];
    return typed
      .slice(1)
      .map((word, at) => group([`${typed[at]} <-> ${word}`, ...others.map((one) => one.join(' <-> '))]));
  });
  const across = ways
    .slice(1)
    .map((way, at) =>
      group((ways[at] as string[][]).flatMap((before) => way.map((after) => `${before.at(-1)} <-> ${after[0]}`))),
    );
  return [...inside, ...across];
};

/** The first thing named, as it stands in a name: what it is that is looked for. */
export const heads = ({ accented, parts }: Question): string[] => {
  const [first] = parts as [Part, ...Part[]];
  const word = (accented ? first.accented : first.words)[0] as string;
  return [` ${word} `, ...first.others.map((words) => ` ${words.join(' ')} `)];
};

/** What has all the words side by side, as they were typed: the best of what a word that everybody uses would drown. */
export const sideBySide = ({ accented, words }: Question): string =>
  accented ? beside(accented, exact) : beside(words, quoted);
