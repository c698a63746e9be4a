import type { FieldError, ProblemCode } from '@chophien/contracts';
import { sentence } from './words.ts';

/** What a refused form shows: a sentence for the whole, a sentence for each field, and everything that was typed. */
export interface Refusal {
  code: ProblemCode;
  sentence: string;
  /** By the form's field name. */
  fields: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string | readonly string[]>>;
}

interface Refused {
  code: ProblemCode;
  details: Readonly<Record<string, unknown>>;
}

/** For each field of a form (as the contract names it) what to do about it: `{ price: 'Ghi giá từ 1.000 ₫.' }`. */
export type FieldSentences = Readonly<Record<string, string>>;

/**
 * A refusal in the words of this form. `fieldOf` renames what the contract calls otherwise than the form
 * (`deliverTo.phone` → `phone`); a field the form does not have is told in the sentence for the whole.
 */
export const refusalOf = (
  problem: Refused,
  typed: FormData,
  sentences: FieldSentences = {},
  fieldOf: (field: string) => string = lastName,
): Refusal => {
  const errors = Array.isArray(problem.details.errors) ? (problem.details.errors as FieldError[]) : [];
  const fields: Record<string, string> = {};
  for (const error of errors) {
    const field = fieldOf(error.field);
    const words = sentences[field];
    if (words && !fields[field]) fields[field] = words;
  }
  return { code: problem.code, sentence: sentence(problem), fields, typed: typedIn(typed) };
};

/** `deliverTo.phone` → `phone`, `crops[0]` → `crops`. */
const lastName = (field: string): string =>
  field
    .replace(/\[\d+\]/g, '')
    .split('.')
    .at(-1) ?? field;

/** The text values of a form, to be put back into it; never a file, and never a password or a code. */
export const typedIn = (form: FormData): Record<string, string | string[]> => {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (/password|mat-khau|totp|^code$|^ma$/.test(name)) continue;
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    typed[name] = values.length === 1 && values[0] !== undefined ? values[0] : values;
  }
  return typed;
};

/** What was typed into a field before the refusal, or what stands there to begin with. */
export const typedOr = (refusal: Refusal | undefined, name: string, otherwise = ''): string => {
  const value = refusal?.typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? otherwise);
};
