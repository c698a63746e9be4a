import { endpoint } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from '../openapi.ts';
import { openApi } from './openapi.ts';
import { page } from './openapi.page.ts';

const document = openApi(endpoints);
const operations = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));

describe('the printed contracts', () => {
  test('say of every address who may ask it, and nothing points nowhere', () => {
    expect(operations.length).toBe(endpoints.length);
    for (const operation of operations)
      expect(Boolean(operation['x-right']) !== Boolean(operation['x-public'])).toBe(true);
    const text = JSON.stringify(document);
    expect(text).not.toContain('#/$defs/');
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
      expect(document.components[kind as 'schemas']).toHaveProperty(name as string);
    }
  });

  test('are the same each time', () => {
    expect(JSON.stringify(openApi(endpoints.toReversed()))).toBe(JSON.stringify(document));
  });

  test('every input refuses what it does not name', () => {
    const open: string[] = [];
    const visit = (schema: unknown, where: string, seen = new Set<unknown>()): void => {
      if (!(schema instanceof z.ZodType) || seen.has(schema)) return;
      seen.add(schema);
      if (schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever) && takesAnything(schema))
        open.push(where);
      for (const part of Object.values(schema.def as unknown as Record<string, unknown>)) {
        for (const inner of part && typeof part === 'object' ? [part, ...Object.values(part)] : [])
          visit(inner, where, seen);
      }
    };
    // Names by a pattern are refused by a rule of the shape, not by its kind.
    const takesAnything = (schema: z.ZodType): boolean =>
      !schema.safeParse({ 'nobody-named-this': '1' }).error?.issues.some(({ code }) => code === 'unrecognized_keys');
    // Another company's address for us: it may say more one day, and what it says beyond ours is not read.
    const fromOthers = ['noteSmsDelivery'];
    for (const { name, endpoint: one } of endpoints) {
      if (fromOthers.includes(name)) continue;
      if (!one.raw) for (const part of [one.params, one.query, one.body]) visit(part, name);
    }
    expect(open).toEqual([]);
  });

  test('one name is one shape: an input that differs from the output has its own', () => {
    const Fruit = z.object({ ripe: z.coerce.boolean().default(true) }).meta({ id: 'Fruit' });
    const made = openApi([
      {
        name: 'pick',
        endpoint: endpoint({
          method: 'POST',
          path: '/fruit/:id',
          summary: 'Pick',
          needs: 'public',
          params: z.strictObject({ id: z.uuid() }),
          body: Fruit,
          result: Fruit,
        }),
      },
    ]);
    expect(Object.keys(made.components.schemas)).toHaveLength(3);
    expect(made.paths['/fruit/{id}']?.post?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }]);
  });

  test('can be read by a person, and names from contracts stay inert there', () => {
    const html = page(
      openApi([
        {
          name: 'x',
          endpoint: endpoint({ method: 'GET', path: '/x', summary: '<script>alert(1)</script>', needs: 'public' }),
        },
      ]),
    );
    expect(html).toContain('lang="vi"');
    expect(html).not.toContain('<script');
  });
});
