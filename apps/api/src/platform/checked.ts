import { type Endpoint, type FieldError, Problem } from '@chophien/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Input } from './request.ts';

/** What came in, by the contract; everything that breaks it is named at once (422 `platform.invalid-input`). */
export const checked = (contract: Endpoint, request: FastifyRequest): Input => {
  const errors: FieldError[] = [];
  const take = (schema: z.ZodType | undefined, part: string, given: unknown): unknown => {
    if (!schema) {
      if (!contract.raw && !isEmpty(given))
        errors.push({ field: part, rule: 'unknown', message: 'takes nothing here' });
      return undefined;
    }
    const result = strict(schema).safeParse(given);
    if (result.success) return result.data;
    errors.push(...fieldErrors(result.error, part));
    return undefined;
  };
  const input = {
    params: take(contract.params, 'params', request.params),
    query: take(contract.query, 'query', request.query),
    body: take(contract.body, 'body', request.body),
  };
  if (errors.length > 0) throw new Problem('platform.invalid-input', { errors });
  return input;
};

const isEmpty = (given: unknown): boolean =>
  given === undefined || given === null || (typeof given === 'object' && Object.keys(given).length === 0);

const known = new WeakMap<z.ZodType, z.ZodType>();
/** The same shape, refusing what it does not name. */
const strict = (schema: z.ZodType): z.ZodType => {
  let result = known.get(schema);
  if (!result) {
    result = schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
    known.set(schema, result);
  }
  return result;
};

/** One entry for each field: `lines[0].quantity`, the rule that it broke, and what would be taken. */
export const fieldErrors = (error: z.ZodError, whole = 'body'): FieldError[] =>
  error.issues.slice(0, 50).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 20).map((key) => ({
        field: fieldName([...issue.path, key.slice(0, 100)], whole),
        rule: 'unknown',
        message: 'is not a field here',
      }));
    }
    return [{ field: fieldName(issue.path, whole), rule: issue.code, message: issue.message }];
  });

const fieldName = (path: readonly PropertyKey[], whole: string): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  ) || whole;
