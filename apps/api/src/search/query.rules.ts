import type { Part, Question } from './question.rules.ts';
import { phrase } from './text.rules.ts';

/** Only letters and digits ever come here; quoted, none of them can be an operator. */
const quoted = (word: string): string => `'${word}'`;
const both = (words: readonly string[]): string => words.map(quoted).join(' & ');
const beside = (words: readonly string[]): string => words.map(quoted).join(' <-> ');

/** What a word may have meant that nothing has: words alike, and words that it is made of. */
export type Meant = ReadonlyMap<string, readonly (readonly string[])[]>;

const group = (alternatives: readonly string[]): string =>
  alternatives.length === 1 ? `(${alternatives[0]})` : `(${alternatives.map((one) => `(${one})`).join(' | ')})`;

const exactPart = ({ words, others }: Part): string => group([both(words), ...others.map(beside)]);

/** What has all the words, or other words for them. */
export const exactly = ({ parts }: Question): string => parts.map(exactPart).join(' & ');

/** The same with the accents that were typed; null where none was. */
export const accented = ({ accented, parts }: Question): string | null =>
  accented && parts.map((part) => group([both(part.accented), ...part.others.map(beside)])).join(' & ');

/** The same with what its words may have meant, and its last word perhaps not finished. */
export const widely = ({ parts }: Question, meant: Meant): string =>
  parts
    .map(({ words, others }, at) => {
      const last = at === parts.length - 1;
      const each = words.map((word, index) => {
        const unfinished = last && index === words.length - 1 && word.length > 1;
        return group([`${quoted(word)}${unfinished ? ':*' : ''}`, ...(meant.get(word) ?? []).map(beside)]);
      });
      return group([each.join(' & '), ...others.map(beside)]);
    })
    .join(' & ');

/** All the words as they stand in a name. */
export const asPhrase = ({ words, accented }: Question): { folded: string; accented: string | null } => ({
  folded: phrase(words),
  accented: accented && phrase(accented),
});
