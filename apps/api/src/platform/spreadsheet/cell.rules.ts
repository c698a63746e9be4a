import { nfc } from '@chophien/kernel';
import type { Cell } from './table.ts';

export interface CellForm {
  /** Letters it may have. */
  most: number;
  /** A merged field says the same for each of its rows. */
  fillsDown?: boolean | undefined;
}

/** What stands in a cell: words, nothing, or why it cannot be believed (a code with what it names). */
export interface CellSaid {
  text: string | null;
  wrong: { code: string; about: string | null } | null;
  /** Taken from a field merged over several rows. */
  filled: boolean;
}

/**
 * The text of one cell as a person meant it. A formula's result is not believed: whoever opens the file elsewhere may see
 * another. Nor are letters that were lost on the way here, or typed with a font's own.
 */
export const cellText = (cell: Cell | undefined, { most, fillsDown = false }: CellForm): CellSaid => {
  const wrong = (code: string, about: string | null = null): CellSaid => ({
    text: null,
    wrong: { code, about },
    filled: false,
  });
  if (!cell) return nothing;
  if (cell.formula) return wrong('formula');
  if (cell.merged === 'wide' || (cell.merged === 'down' && !fillsDown)) return wrong('merged');
  const said = tidy(cell.text);
  if (said === '' || said === '-') return nothing;
  if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(said)) return wrong('formula');
  if (/\p{L}\?\p{L}|\uFFFD/u.test(said)) return wrong('lost-letters', said.slice(0, most));
  if (isOldFont(said)) return wrong('old-letters', said.slice(0, most));
  if (said.length > most) return wrong('too-long', String(most));
  return { text: said, wrong: null, filled: cell.merged === 'down' };
};

const nothing: CellSaid = { text: null, wrong: null, filled: false };

/** One form, one space between words, and without the apostrophe that keeps a spreadsheet from calculating. */
export const tidy = (text: string): string =>
  nfc(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

const isOldFont = (text: string): boolean =>
  /\p{L}[¨©ª¬®µ¶·¸¹¼½¾×ß÷]|[¨©ª¬®µ¶·¸¹¼½¾]\p{L}|a[êëïûøõ]|e[ãäâå]|o[âäåùøûï]/u.test(text);
