import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Day, Id, Instant, line, Month, PageNumber } from './values.ts';

/** What is sold, then the people who sell. */
export const IndicatorId = z.enum([
  'households-selling',
  'active-shops',
  'sales-value',
  'key-products-online',
  'households-trained',
  'households-skilled',
  'sellers-verified',
  'support-on-time',
  'complaints-on-time',
]);
export type IndicatorId = z.infer<typeof IndicatorId>;

export const IndicatorView = z
  .object({
    id: IndicatorId,
    name: z.string(),
    unit: z.enum(['percent', 'shops', 'dong']),
    /** In the unit: percent with one decimal, whole shops, whole đồng. Null when it can't be told. */
    value: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    formula: z.string(),
    /** Where the denominator comes from, when a commune declared it. */
    declared: z.object({ value: z.number(), document: z.string(), at: Instant }).nullable(),
    status: z.enum(['met', 'not-met', 'no-threshold', 'no-data']),
    threshold: z.object({ value: z.number(), reference: z.string(), validFrom: Day }).nullable(),
    previous: z.number().nullable(),
    events: z.int(),
  })
  .meta({ id: 'Indicator' });
export type IndicatorView = z.infer<typeof IndicatorView>;

export const getCommuneAssessment = endpoint({
  method: 'GET',
  path: '/assessment/communes/:code',
  summary: 'The indicators of a commune in a month',
  needs: 'assessment.read',
  reach: 'area',
  params: z.strictObject({ code: CommuneCode }),
  query: z.strictObject({ month: Month }),
  result: z
    .object({
      commune: z.object({ code: CommuneCode, fullName: z.string(), province: z.string() }),
      month: Month,
      computedAt: Instant,
      indicators: z.array(IndicatorView),
      /** Sales value by day of the month, for the chart. */
      daily: z.array(z.object({ day: Day, value: z.int(), orders: z.int() })),
    })
    .meta({ id: 'CommuneAssessment' }),
});

export const listAssessedCommunes = endpoint({
  method: 'GET',
  path: '/assessment/communes',
  summary: 'The communes of my area with their headline numbers in a month',
  needs: 'assessment.read',
  reach: 'area',
  query: z.strictObject({ month: Month }),
  result: z.object({
    month: Month,
    items: z.array(
      z
        .object({ code: CommuneCode, fullName: z.string(), shops: z.int(), households: z.int(), sales: z.int() })
        .meta({ id: 'AssessedCommune' }),
    ),
  }),
});

export const FactView = z
  .object({
    event: Id,
    type: z.string(),
    subject: z.string(),
    at: Instant,
    day: Day,
    kind: z.string(),
    amount: z.int(),
    producer: z.string().nullable(),
    commodity: z.string().nullable(),
    channel: z.string().nullable(),
  })
  .meta({ id: 'Fact' });

export const listFacts = endpoint({
  method: 'GET',
  path: '/assessment/communes/:code/indicators/:indicator/facts',
  summary: 'The events a number is made of',
  needs: 'assessment.facts',
  reach: 'area',
  params: z.strictObject({ code: CommuneCode, indicator: IndicatorId }),
  query: z.strictObject({ month: Month, page: PageNumber }),
  result: z.object({ items: z.array(FactView), total: z.int(), page: z.int(), pages: z.int() }),
});

export const DeclarationKind = z.enum(['households', 'key-products']);

export const declare = endpoint({
  method: 'POST',
  path: '/assessment/communes/:code/declarations',
  summary: 'What only the commune knows: total households, the list of key products; with the document that says so',
  needs: 'assessment.declare',
  reach: 'area',
  params: z.strictObject({ code: CommuneCode }),
  body: z
    .discriminatedUnion('kind', [
      z.strictObject({
        id: Id,
        kind: z.literal('households'),
        value: z.int().min(1).max(200_000),
        document: line(200, 3),
        validFrom: Day,
      }),
      z.strictObject({
        id: Id,
        kind: z.literal('key-products'),
        commodities: z
          .array(z.string().regex(/^[a-z_]{2,40}$/))
          .min(1)
          .max(50),
        document: line(200, 3),
        validFrom: Day,
      }),
    ])
    .meta({ id: 'Declaration' }),
  result: z
    .object({ id: Id, kind: DeclarationKind, document: z.string(), validFrom: Day, at: Instant })
    .meta({ id: 'Declared' }),
});
