import { type FieldError, Problem } from '@chophien/contracts';
import type { z } from 'zod';

/**
 * What a form brought, by the contract's own shape, before the API is asked.
 * @throws Problem `platform.invalid-input` with the same `errors` the API would name, so a page shows both in one way
 */
export const check = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Problem('platform.invalid-input', { errors: result.error.issues.map(fieldError) });
};

const fieldError = ({ path, code, message }: z.core.$ZodIssue): FieldError => ({
  field: path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  ),
  rule: code,
  message,
});

/** The first value of a text field, trimmed; empty when it was not sent. */
export const text = (form: FormData | URLSearchParams, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The same, or nothing at all when it was left empty: for what a contract calls optional. */
export const optional = (form: FormData | URLSearchParams, name: string): string | undefined =>
  text(form, name) || undefined;

/** Every text value of a field, such as ticked boxes. */
export const texts = (form: FormData | URLSearchParams, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');

/** Which page of a list an address asks for (`trang`); the first where it says none, and never beyond what anybody reads. */
export const pageIn = (query: URLSearchParams): number =>
  Math.min(mostPages, Math.max(1, Math.trunc(Number(query.get('trang'))) || 1));

const mostPages = 500;
