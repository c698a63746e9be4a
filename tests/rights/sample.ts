import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Schema = Record<string, unknown> & {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  $ref?: string;
  $defs?: Record<string, Schema>;
};

/** Texts that a pattern lets through, in the order in which they are tried. */
const texts = [
  'Nội dung để thử',
  'thu-nghiem',
  'lychee',
  '0901234567',
  '123456',
  '001099999991',
  '1234567890',
  '07330',
  '24',
  'LOG-0001',
  '2026-11-23',
  '2026-11',
  'A'.repeat(43),
  'AB12CD34',
  'https://example.vn',
];

/** Something the shape of an input lets through: only what must be there, each part as plain as can be. */
export const sample = (shape: z.ZodType): unknown => {
  const whole = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  return of(whole, (reference) => whole.$defs?.[reference.replace('#/$defs/', '')] ?? {});
};

type Lookup = (reference: string) => Schema;

const of = (schema: Schema, named: Lookup): unknown => {
  if (schema.$ref) return of(named(schema.$ref), named);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return of(one, named);
  if (schema.allOf) return of(Object.assign({}, ...schema.allOf) as Schema, named);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? [])
          .filter((name) => schema.properties?.[name]?.default === undefined)
          .map((name) => [name, of(schema.properties?.[name] ?? {}, named)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => of(schema.items ?? {}, named));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return text(schema);
    case undefined:
    default:
      return 'Nội dung để thử';
  }
};

const text = ({ format, pattern, minLength = 0, maxLength = 10_000 }: Schema): string => {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-11-24';
  if (format === 'date-time') return '2026-11-23T01:00:00.000Z';
  const fits = (one: string) =>
    one.length >= minLength && one.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(one));
  return texts.find(fits) ?? texts[0] ?? '';
};
