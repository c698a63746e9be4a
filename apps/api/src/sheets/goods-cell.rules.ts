import { addDays, fold, formatDay, ONE, parseDong, parseQuantity, unitOf } from '@chophien/kernel';
import { unitBy } from './goods-words.rules.ts';

/** A cell's text, and whether the program that wrote it held it for a number. */
export interface SaidCell {
  text: string;
  number: boolean;
}

/** What was read, or the code of what is wrong; `note` is what was taken for granted. */
export type Reading<T> = { value: T; note?: string; about?: string } | { wrong: string; about: string };

const wrong = (code: string, about: string): { wrong: string; about: string } => ({
  wrong: code,
  about: about.slice(0, 60),
});

/** `25.000`, `25k`, `25.000 đ/kg`, 25000: whole đồng, and the unit when it is said along. */
export const readPrice = ({ text, number }: SaidCell): Reading<{ price: number; unit: string | null }> => {
  const [, amount = text, behind = ''] = /^(.*?)\s*(?:\/|một|mỗi)\s*([\p{L} ]+)$/u.exec(text) ?? [];
  const unit = behind === '' ? null : (unitBy(behind) ?? null);
  if (behind !== '' && !unit) return wrong('unit-unknown', behind);
  if (/\d\s*[-–~]\s*\d|đến|hoặc/u.test(amount)) return wrong('price-range', text);
  const price = number ? wholeNumber(amount) : parseDong(amount);
  if (Number.isNaN(price)) return wrong('not-a-price', text);
  if (price < 1_000) return wrong('price-too-small', String(price));
  if (price > 1_000_000_000) return wrong('price-too-large', text);
  return { value: { price, unit } };
};

/** A number as a spreadsheet keeps it: `25000`, `25000.0`, `2.5E4`. */
const wholeNumber = (text: string): number => {
  const value = Number(text);
  return Number.isInteger(value) ? value : Number.NaN;
};

/** Thousandths: `12,5`, `1.500`, `50 kg`, `5 tạ` of what is sold by the kilogram. */
export const readQuantity = ({ text, number }: SaidCell, unit: string | null): Reading<number> => {
  if (number) {
    const value = Math.round(Number(text) * ONE);
    if (!Number.isSafeInteger(value) || Math.abs(value / ONE - Number(text)) > 1e-6)
      return wrong('not-a-quantity', text);
    return within(value, text);
  }
  const [, amount = '', behind = ''] = /^([\d.,\s]+)\s*(\p{L}[\p{L} ]*)?$/u.exec(text) ?? [];
  const typed = amount.replace(/\s/g, '').replace(/^(\d+[.,]\d{3})0+$/, '$1#');
  const exact = typed.endsWith('#'); // four decimals: how we write what could look like thousands
  const value = exact ? parseQuantity(typed.slice(0, -1).replace('.', ',')) : parseQuantity(typed);
  if (value === undefined) return wrong('not-a-quantity', text);
  const factor = behind.trim() === '' ? 1 : factorOf(behind, unit);
  if (factor === undefined) return wrong('other-unit', behind);
  const reading = within(value * factor, text);
  // An American thousand and a Vietnamese fraction look the same.
  if (!exact && /^[1-9]\d{0,2},\d{3}$/.test(typed) && 'value' in reading) {
    return { ...reading, note: 'comma-fraction', about: typed };
  }
  return reading;
};

const within = (value: number, text: string): Reading<number> =>
  value < 0 || value > 1_000_000_000 || !Number.isSafeInteger(value) ? wrong('not-a-quantity', text) : { value };

/** How many of the row's unit one of the said unit is. */
const factorOf = (behind: string, unit: string | null): number | undefined => {
  const said = unitBy(behind);
  if (said !== undefined && said === unit) return 1;
  const weight = (id: string | null | undefined) => (id ? unitOf(id).kilogramThousandths : undefined);
  const [one, of] = [/^tấn$/u.test(behind.trim()) ? 1_000_000 : weight(said), weight(unit)];
  return one && of && one % of === 0 ? one / of : undefined;
};

/** `500 g`, `túi 1,5 kg`, `hộp 10 quả`, `0,5 lít`: what one pack holds. */
export const readPack = ({ text }: SaidCell): Reading<{ quantity: number; unit: string }> => {
  const [, amount = '', unit = ''] = /([\d.,]+)\s*(\p{L}[\p{L} ]*?)\s*(?:\/.*)?$/u.exec(text) ?? [];
  const small = /^(g|gr|gam|gram)$/i.test(unit) ? 'kg' : /^(ml|mili ?lít|cc)$/iu.test(unit) ? 'lit' : undefined;
  if (small) {
    const value = Number(amount.replace(/\.(?=\d{3}$)/, '').replace(',', '.'));
    return Number.isInteger(value) && value >= 1
      ? { value: { quantity: value, unit: small } }
      : wrong('not-a-pack', text);
  }
  const [quantity, id] = [parseQuantity(amount), unitBy(unit)];
  return quantity && id ? { value: { quantity, unit: id } } : wrong('not-a-pack', text);
};

/** What one pack holds, as we write it and read it back. */
export const packWords = ({ quantity, unit }: { quantity: number; unit: string }): string => {
  if (unit === 'kg' && quantity < ONE) return `${quantity} g`;
  if (unit === 'lit' && quantity < ONE) return `${quantity} ml`;
  return `${decimal(quantity)} ${unitOf(unit).word}`;
};

/** Thousandths as a person writes them: `1500` → `1,5`. */
export const decimal = (thousandths: number): string => String(thousandths / ONE).replace('.', ',');

/**
 * `20/6/2026`, `20-06-26`, `2026-06-20`, `06/2026` (its first or last day), or a day as a spreadsheet counts it.
 * `end`: the day is the last of a season.
 */
export const readDay = ({ text, number }: SaidCell, end: boolean, from1904: boolean): Reading<string> => {
  if (number) {
    const days = Math.floor(Number(text));
    if (!(days > 20_000 && days < 80_000)) return wrong('not-a-day', text);
    return { value: from1904 ? addDays('1904-01-01', days) : addDays('1899-12-30', days) };
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$/.exec(text);
  const usual = /^(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/iu.exec(text);
  const month = /^(?:tháng\s*|t)?(\d{1,2})\s*[/.-]\s*(\d{4})$/iu.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3], text);
  if (usual) return day((usual[3] ?? '').length === 2 ? `20${usual[3]}` : usual[3], usual[2], usual[1], text);
  if (month) {
    const first = day(month[2], month[1], '1', text);
    return 'value' in first && end ? { value: lastOf(first.value) } : first;
  }
  return wrong(/^\d{1,2}\s*[/.-]\s*\d{1,2}$|tháng\s*\d{1,2}$/iu.test(text) ? 'day-without-year' : 'not-a-day', text);
};

const day = (
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  text: string,
): Reading<string> => {
  const [inYear, inMonth] = [year ?? '', month ?? ''];
  const said = `${inYear}-${inMonth.padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  const there = new Date(`${said}T00:00:00Z`);
  const real = !Number.isNaN(there.getTime()) && there.toISOString().startsWith(said);
  return real && inYear >= '2000' && inYear <= '2100' ? { value: said } : wrong('not-a-day', text);
};

const lastOf = (first: string): string => {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

export const dayWords = (value: string): string => formatDay(value);

/** `Thành phần: mật ong; Hạn sử dụng: 24 tháng`: each name begins what it says, up to the next name. */
export const readLabel = (
  { text }: SaidCell,
  labels: readonly { field: string; name: string }[],
): Reading<Record<string, string>> => {
  const folded = labels.map(({ field, name }) => ({ field, name: fold(name) }));
  const label: Record<string, string> = {};
  let last: string | undefined;
  for (const part of text.split(/;/)) {
    const [, head = '', words = ''] = /^\s*([^:]+):(.*)$/s.exec(part) ?? [];
    const field = folded.find(({ name }) => name === fold(head))?.field;
    if (field) [label[field], last] = [words.trim(), field];
    else if (last) label[last] = `${label[last]}; ${part.trim()}`.replace(/(^; )|(; $)/, '');
    else return wrong('not-a-label', text);
  }
  const said = Object.entries(label).filter(([, words]) => words !== '');
  return said.some(([, words]) => words.length > 600)
    ? wrong('label-too-long', '600')
    : { value: Object.fromEntries(said) };
};

/** What a label says, as we write it and read it back. */
export const labelWords = (
  label: Readonly<Record<string, string>>,
  labels: readonly { field: string; name: string }[],
): string =>
  [...labels, ...Object.keys(label).map((field) => ({ field, name: field }))]
    .filter(({ field }, index, all) => label[field] && all.findIndex((one) => one.field === field) === index)
    .map(({ field, name }) => `${name}: ${label[field]}`)
    .join('; ');
