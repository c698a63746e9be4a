import type { ImportField, ImportRemark, ProducerKind } from '@chophien/contracts';
import { fold, normalisePhone } from '@chophien/kernel';
import { cellText } from '../platform/spreadsheet/cell.rules.ts';
import type { Cell } from '../platform/spreadsheet/table.ts';

/** What is known of the commune the list is of. */
export interface ListPlace {
  /** `Xã Phúc Hòa`, `Phúc Hòa`, folded. */
  names: readonly string[];
  /** Former communes it was made of, folded, with and without their kind, by how they are written. */
  formers: ReadonlyMap<string, string>;
}

export interface RowValues {
  kind: ProducerKind;
  name: string | null;
  head: string | null;
  hamlet: string | null;
  former: string | null;
  address: string | null;
  goods: string | null;
  /** `+84…` */
  phones: string[];
  /** Twelve digits; never kept as they are. */
  citizen: string | null;
}

export interface ReadRow {
  values: RowValues;
  problems: ImportRemark[];
  notes: ImportRemark[];
}

/** Where a field stands: its head in the file, and its letter. */
export interface Where {
  head: string;
  letter: string;
}

type Cells = ReadonlyMap<ImportField, Cell>;

/**
 * One row of a list as people write it: what can be mended without doubt is, with a note; what cannot is named, by column.
 * A formula's result is not believed: whoever opens the file elsewhere may see another.
 */
export const readRow = (
  line: number,
  cells: Cells,
  where: ReadonlyMap<ImportField, Where>,
  place: ListPlace,
): ReadRow => {
  const problems: ImportRemark[] = [];
  const notes: ImportRemark[] = [];
  const remark = (field: ImportField | null, code: string, about: string | null = null): ImportRemark => {
    const found = field ? where.get(field) : undefined;
    return { column: found?.head ?? null, cell: found ? `${found.letter}${line}` : null, code, about };
  };
  const wrong = (field: ImportField | null, code: string, about?: string): null => {
    problems.push(remark(field, code, about));
    return null;
  };
  const noted = (field: ImportField, code: string, about?: string) => notes.push(remark(field, code, about));

  const text = (field: ImportField, most: number): string | null => {
    const said = cellText(cells.get(field), { most, fillsDown: fillsDown.has(field) });
    if (said.wrong) return wrong(field, said.wrong.code, said.wrong.about ?? undefined);
    if (said.filled && said.text) noted(field, 'filled-down', said.text);
    return said.text;
  };

  const head = text('head', 80);
  const stall = text('name', 80);
  const kind = kindOf(text('kind', 60));
  if (kind === undefined) wrong('kind', 'kind-unknown', cells.get('kind')?.text.slice(0, 60));
  const written = {
    hamlet: text('hamlet', 80),
    former: text('former', 80),
    address: text('address', 200),
    goods: text('goods', 200),
  };
  const former = formerOf(written.former, text('commune', 80), place, (code, about) => wrong('commune', code, about));
  for (const [field, value] of [
    ['head', head],
    ['name', stall],
  ] as const) {
    if (value && (value.length < 2 || !/\p{L}/u.test(value))) wrong(field, 'not-a-name', value);
  }
  const named = head ?? stall;
  if (!named && !problems.some(({ code }) => nameGone.has(code))) wrong('head', 'name-missing');
  const name = stall ?? (head && (kind ?? 'household') === 'household' ? `Hộ ${head}`.slice(0, 80) : head);
  return {
    values: {
      kind: kind ?? 'household',
      name,
      head,
      ...written,
      former,
      phones: phonesOf(
        text('phone', 120),
        cells.get('phone'),
        (code, about) => wrong('phone', code, about),
        (code, about) => noted('phone', code, about),
      ),
      citizen: citizenOf(
        text('citizen', 40),
        cells.get('citizen'),
        (code, about) => wrong('citizen', code, about),
        (code, about) => noted('citizen', code, about),
      ),
    },
    problems,
    notes,
  };
};

type Say = (code: string, about?: string) => unknown;

/** A merged field that says the same for each of its rows. */
const fillsDown: ReadonlySet<ImportField> = new Set(['hamlet', 'former', 'commune', 'kind', 'goods'] as const);
/** There was a name, but it cannot be read. */
const nameGone = new Set(['formula', 'merged', 'lost-letters', 'old-letters', 'too-long', 'not-a-name']);

const kindOf = (text: string | null): ProducerKind | undefined => {
  if (!text) return 'household';
  const plain = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (/to hop tac|^tht\b|cooperative group/.test(plain)) return 'cooperative-group';
  if (/hop tac xa|^htx\b|cooperative/.test(plain)) return 'cooperative';
  if (/^ho\b|ho gia dinh|ho kinh doanh|ca nhan|nong ho|household/.test(plain)) return 'household';
  return undefined;
};

const bareUnit = (folded: string): string => folded.replace(/^(xa|phuong|thi tran|tt|x|p)[.\s]+(?=\S)/, '');

const formerOf = (former: string | null, commune: string | null, place: ListPlace, wrong: Say): string | null => {
  if (former) return place.formers.get(bareUnit(fold(former))) ?? former;
  if (!commune) return null;
  const said = bareUnit(fold(commune));
  if (place.names.some((name) => bareUnit(name) === said)) return null;
  const known = place.formers.get(said);
  if (!known) wrong('other-commune', commune);
  return known ?? null;
};

/** Numbers of eleven digits until 2018 and what became of them (Decision 798/QĐ-BTTTT of 25 May 2018). */
const elevens: Record<string, string> = {
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038' },
  ...{ '0169': '039', '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078', '0123': '083' },
  ...{ '0124': '084', '0125': '085', '0127': '081', '0129': '082', '0186': '056', '0188': '058', '0199': '059' },
};

const phonesOf = (text: string | null, cell: Cell | undefined, wrong: Say, noted: Say): string[] => {
  if (!text) return [];
  const found: string[] = [];
  for (const part of text.split(/[;,/\n|]|\s-\s|\s(?:và|hoặc)\s/u)) {
    const said = part.trim();
    if (said === '') continue;
    const digits = said.replace(/[\s.()-]/g, '').replace(/\.0+$/, '');
    let phone = normalisePhone(digits);
    if (!phone && /^[35789]\d{8}$/.test(digits)) {
      phone = normalisePhone(`0${digits}`);
      if (phone) noted('zero-added', `0${digits}`);
    }
    const eleven = /^(0?1\d{9})$/.exec(digits)?.[1]?.padStart(11, '0');
    const now = eleven && elevens[eleven.slice(0, 4)];
    if (!phone && eleven && now) {
      phone = normalisePhone(now + eleven.slice(4));
      if (phone) noted('eleven-digits', now + eleven.slice(4));
    }
    if (!phone) {
      wrong(cell?.number && /e/i.test(said) ? 'scientific' : 'not-a-phone', said.slice(0, 40));
      continue;
    }
    if (!found.includes(phone)) found.push(phone);
  }
  if (found.length > 5) wrong('too-many-phones');
  return found.slice(0, 5);
};

const citizenOf = (text: string | null, cell: Cell | undefined, wrong: Say, noted: Say): string | null => {
  if (!text) return null;
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return (wrong('scientific', text), null);
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits)) return (wrong('not-a-citizen-number'), null);
  if (digits.length === 9 && !cell?.number) return (wrong('old-citizen-number'), null);
  const whole = digits.length >= 9 && digits.length < 12 && cell?.number ? digits.padStart(12, '0') : digits;
  // Three digits of the place, then the century and sex, then the year (Circular 17/2024/TT-BCA).
  if (!/^0(0[1-9]|[1-8]\d|9[0-6])\d{9}$/.test(whole)) return (wrong('not-a-citizen-number'), null);
  if (whole !== digits) noted('zero-added-citizen');
  return whole;
};

/** What tells rows of lists apart: equal for the same household written the same, whatever else the file says. */
export const printOf = (
  commune: string,
  { name, head, hamlet, former, phones }: RowValues,
  citizen: string | null,
): string =>
  [commune, name, head, hamlet, former, ...phones.toSorted(), citizen].map((part) => fold(part ?? '')).join('|');
