import { accentedWords, foldedWords } from './text.rules.ts';

/** Nobody is shown what fewer than so many times was asked. */
export const leastShown = 5;

const titles = new Set('anh chị cô chú bác ông bà em cậu dì thầy mợ thím'.split(' '));
/** Family names that are nothing one buys. */
const families = new Set(
  'nguyễn trần phạm huỳnh phan võ vũ đặng bùi trịnh trương đinh hoàng đoàn lương nguyen tran pham huynh'.split(' '),
);
/** Family names that are also a pear, maize, a bean: a person only when written as one. */
const families2 = new Set(
  'lê ngô đỗ đào mai hồ dương lý lâm cao hà tô châu tạ le ngo do dao ho duong ly lam ha to chau ta'.split(' '),
);

/**
 * The words that may be kept of a search that found nothing; undefined for whatever may name or reach a person: long numbers,
 * addresses of mail and pages, somebody's title or family name in front, many words.
 */
export const unmetWords = (typed: string): { words: string; folded: string } | undefined => {
  if (/[@/\\]|www|\.\p{L}{2,}/u.test(typed)) return undefined;
  if (typed.replace(/\D/g, '').length > 3) return undefined;
  const words = accentedWords(typed);
  if (words.length === 0 || words.length > 6 || words.join('').length < 2) return undefined;
  if (words.some((word) => word.length > 12)) return undefined;
  if (words.length > 1 && namesSomebody(words, typed)) return undefined;
  return { words: words.join(' '), folded: foldedWords(typed).join(' ') };
};

const namesSomebody = (words: readonly string[], typed: string): boolean => {
  const [first, second] = words as [string, string];
  if (titles.has(first) || families.has(first)) return true;
  if (words.length > 2 && (second === 'văn' || second === 'thị')) return true;
  const capitals = (typed.match(/(?<!\p{L})\p{Lu}\p{Ll}+/gu) ?? []).length;
  return families2.has(first) && capitals === words.length;
};

/** The Monday of a day's week. */
export const weekOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};
