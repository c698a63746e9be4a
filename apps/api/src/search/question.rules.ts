import { accentedWords, foldedWords, joined } from './text.rules.ts';

/** Words of a question beyond this many are not read: a question is short, a text that breaks us is not. */
const mostWords = 12;

/** Words that mean the same: each a list of words, with their accents. */
export type Synonyms = readonly (readonly (readonly string[])[])[];

/** One thing that must be there: as it was typed, or in other words. */
export interface Part {
  /** As typed, without accents. */
  words: string[];
  /** As typed, with accents; the same where none was typed. */
  accented: string[];
  /** Other words for it, each with its accents, to stand side by side. */
  others: string[][];
}

/** What somebody asked. */
export interface Question {
  /** All words, without accents. */
  words: string[];
  /** All words with their accents; null when no word carried one. */
  accented: string[] | null;
  parts: Part[];
  /** How much: `5000g`, `500ml`, `10qua`. Nothing needs to have it, what has it comes first. */
  measures: string[];
}

/** Words that say only that somebody looks for something; left out when nothing has them too. */
const idle = new Set(
  'mua ban can tim o tai cua va cho loai gia re dat hang nao co khong toi minh muon ngon nhat den tu voi cac nhung mot'.split(
    ' ',
  ),
);

/** Kinds of places that people add to a name, whatever the place is now. */
const places = new Set(['huyện', 'tỉnh', 'xã', 'phường', 'quận', 'huyen']);

/** A number alone may be how many: `10 trứng vịt`. */
const pieces = (folded: string): string[] => (/^\d{1,3}$/.test(folded) && Number(folded) > 1 ? [`${folded}qua`] : []);

/** Written after a number: how much of it one is, and of what. */
const units: Record<string, readonly [of: 'g' | 'ml' | 'qua', times: number]> = {
  kg: ['g', 1_000],
  ky: ['g', 1_000],
  ki: ['g', 1_000],
  kilo: ['g', 1_000],
  kilogam: ['g', 1_000],
  can: ['g', 1_000],
  lang: ['g', 100],
  yen: ['g', 10_000],
  ta: ['g', 100_000],
  g: ['g', 1],
  gr: ['g', 1],
  gam: ['g', 1],
  gram: ['g', 1],
  l: ['ml', 1_000],
  lit: ['ml', 1_000],
  ml: ['ml', 1],
  xi: ['ml', 1],
  chuc: ['qua', 10],
  qua: ['qua', 1],
  trai: ['qua', 1],
};
const numbers: Record<string, number> = {
  nua: 0.5,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const glued = /^(\d{1,5})(kg|ky|ki|kilo|g|gr|gam|gram|l|lit|ml)$/;

/** How much a number and a unit are; undefined for what is none. */
const measure = (count: number, unit: string): string | undefined => {
  const known = units[unit];
  const amount = known ? Math.round(count * known[1]) : 0;
  return known && amount > 0 && amount <= 1_000_000 ? `${amount}${known[0]}` : undefined;
};

const countOf = (word: string): number | undefined => (/^\d{1,5}$/.test(word) ? Number(word) : numbers[word]);

/** All amounts in a text: `túi 5 kg`, `chai 1 lít rưỡi` (as 1 lít), `chục trứng`, `0,5 l`. */
export const measuresIn = (text: string): string[] => measured(tokens(text)).measures;

interface Token {
  folded: string;
  accented: string;
}

const decimal = /(\d{1,4})[.,](\d)(?=\s*(kg|ký|ky|lít|lit|l)(?![\p{L}\p{N}]))/giu;

const tokens = (text: string): Token[] => {
  // 1,5 kg has no words for it: it is written as grams before it is read.
  const whole = text
    .replace(decimal, (_, left: string, right: string) => `${left}${right}00 _`)
    .replace(
      /(\d{3,6}) _\s*(kg|ký|ky|lít|lit|l)(?![\p{L}\p{N}])/giu,
      (_, amount: string, unit: string) => `${amount} ${/^k/i.test(unit) ? 'g' : 'ml'}`,
    );
  const accented = accentedWords(whole);
  const found: Token[] = [];
  const all = foldedWords(whole);
  for (const [index, folded] of all.entries()) {
    const last = found.at(-1);
    const plain = last && last.folded.length <= 2 && last.accented === last.folded && !units[last.folded];
    const counts = folded.length < 2 || units[all[index + 1] ?? ''] !== undefined;
    const short = plain && !counts ? joined(last.folded, folded) : undefined;
    if (last && short) found[found.length - 1] = { folded: short, accented: short };
    else found.push({ folded, accented: accented[index] as string });
  }
  return found;
};

/** Amounts, and the words that are none. */
const measured = (all: readonly Token[]): { measures: string[]; rest: Token[] } => {
  const measures: string[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < all.length; at++) {
    const { folded, accented } = all[at] as Token;
    const next = all[at + 1];
    const together = glued.exec(folded);
    const count = countOf(folded);
    // `năm` with its accent is five, `nấm` a mushroom: a number in letters counts only where it cannot be another word.
    const numeral =
      /^\d/.test(folded) ||
      ['nửa', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'nua'].includes(accented);
    const found = together
      ? measure(Number(together[1]), together[2] as string)
      : count !== undefined && numeral && next
        ? measure(count, next.folded)
        : folded === 'chuc' && next
          ? '10qua'
          : undefined;
    if (!found) {
      rest.push(all[at] as Token);
      continue;
    }
    measures.push(found);
    if (!together && count !== undefined) at += 1;
  }
  return { measures, rest };
};

/** The words somebody typed; undefined when there is none in it. */
export const question = (typed: string, synonyms: Synonyms = []): Question | undefined => {
  const all = tokens(typed);
  const { measures, rest } = measured(all);
  const telling = rest.filter((token) => !places.has(token.accented) && !/^\d+$/.test(token.folded));
  const kept = [telling, rest, all].find((some) => some.length > 0)?.slice(0, mostWords) ?? [];
  if (kept.length === 0) return undefined;
  const accented = kept.some((token) => token.accented !== token.folded);
  return {
    words: kept.map(({ folded }) => folded),
    accented: accented ? kept.map((token) => token.accented) : null,
    parts: partsOf(kept, synonyms),
    measures: rest.length > 0 ? [...measures, ...rest.flatMap(({ folded }) => pieces(folded))] : [],
  };
};

/** The same question without the words that only say that somebody looks; undefined when it has none, or only such. */
export const withoutIdle = (asked: Question): Question | undefined => {
  const parts = asked.parts.filter(({ words }) => !words.every((word) => idle.has(word)));
  if (parts.length === 0 || parts.length === asked.parts.length) return undefined;
  return {
    ...asked,
    parts,
    words: parts.flatMap(({ words }) => words),
    accented: asked.accented && parts.flatMap(({ accented }) => accented),
  };
};

const partsOf = (kept: readonly Token[], synonyms: Synonyms): Part[] => {
  const parts: Part[] = [];
  for (let at = 0; at < kept.length; ) {
    const found = longest(kept, at, synonyms);
    const tokens = kept.slice(at, at + (found?.length ?? 1));
    parts.push({
      words: tokens.map(({ folded }) => folded),
      accented: tokens.map(({ accented }) => accented),
      others: found?.others ?? [],
    });
    at += tokens.length;
  }
  return parts;
};

/** The longest known words that begin here, and all that mean the same. */
const longest = (kept: readonly Token[], at: number, synonyms: Synonyms) => {
  let best: { length: number; others: string[][] } | undefined;
  for (const group of synonyms) {
    for (const words of group) {
      if (words.length < (best?.length ?? 1) || at + words.length > kept.length) continue;
      if (!words.every((word, index) => says(kept[at + index] as Token, word))) continue;
      const others = group.filter((other) => other !== words).map((other) => [...other]);
      best =
        best && best.length === words.length
          ? { ...best, others: [...best.others, ...others] }
          : { length: words.length, others };
    }
  }
  return best;
};

/** Whether what was typed may be this word: with accents only the very one, without any of the same letters. */
const says = ({ folded, accented }: Token, word: string): boolean =>
  accented === word || (accented === folded && foldedWords(word)[0] === folded);
