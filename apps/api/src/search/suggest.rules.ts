import { foldedWords } from './text.rules.ts';

/** Words that a name may go on by beyond what was typed. */
const further = 2;

/**
 * What typed words become in these names: the words as the names write them, and up to two more. Those in most names first;
 * what is only part of a longer one in just as many names is left out.
 */
export const completions = (names: readonly string[], typed: readonly string[], most: number): string[] => {
  const counts = new Map<string, { text: string; count: number; length: number }>();
  for (const name of names) {
    const written = name.match(/[\p{L}\p{N}]+/gu) ?? [];
    const folded = written.map((word) => foldedWords(word)[0] ?? '');
    const at = folded.findIndex((_, start) => begins(folded.slice(start, start + typed.length), typed));
    if (at < 0) continue;
    for (let more = 0; more <= further && at + typed.length + more <= written.length; more++) {
      const length = typed.length + more;
      const text = written
        .slice(at, at + length)
        .join(' ')
        .toLowerCase();
      const known = counts.get(text);
      counts.set(text, { text, count: (known?.count ?? 0) + 1, length });
    }
  }
  const all = [...counts.values()];
  const whole = all.filter(
    ({ text, count }) => !all.some((longer) => longer.count === count && longer.text.startsWith(`${text} `)),
  );
  return whole
    .sort((a, b) => b.count - a.count || a.length - b.length || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text);
};

const begins = (words: readonly string[], typed: readonly string[]): boolean =>
  words.length === typed.length &&
  typed.every((word, at) => (at === typed.length - 1 ? words[at]!.startsWith(word) : words[at] === word));
