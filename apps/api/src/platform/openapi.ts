import { STATUS_CODES } from 'node:http';
import { type Endpoint, type ProblemCode, problems, rights } from '@chophien/contracts';
import { z } from 'zod';

export interface Named {
  name: string;
  endpoint: Endpoint;
}

type Json = Record<string, unknown>;

export interface OpenApi extends Json {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; responses: Json; securitySchemes: Json };
}

export interface Operation extends Json {
  operationId: string;
  tags: string[];
  summary: string;
  parameters?: Json[];
  requestBody?: Json;
  responses: Record<string, Json>;
}

/** The contracts as OpenAPI 3.1. The same contracts give the same text, so the printed file can be compared. */
export const openApi = (named: readonly Named[]): OpenApi => {
  const schemas: Record<string, Json> = { Problem: problemSchema };
  const paths: OpenApi['paths'] = {};
  const sorted = named.toSorted((a, b) => order(a.endpoint).localeCompare(order(b.endpoint), 'en'));
  for (const { name, endpoint } of sorted) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(name, endpoint, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chợ Phiên',
      version: '1',
      description:
        'Nền tảng thương mại điện tử của các xã, phường. Tiền là số nguyên đồng; lượng là phần nghìn của đơn vị bán.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => a.localeCompare(b, 'en'))),
      responses: Object.fromEntries(refusals.map((status) => [nameOf(status), refusal(status)])),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token a sign-in answered with' },
      },
    },
  };
};

const order = ({ path, method }: Endpoint): string => `${path} ${method}`;

const operation = (name: string, endpoint: Endpoint, schemas: Record<string, Json>): Operation => {
  const { needs, summary, raw } = endpoint;
  const parameters = [
    ...parametersOf('path', endpoint.params, schemas),
    ...parametersOf('query', endpoint.query, schemas),
  ];
  const body = endpoint.body && inPlace(endpoint.body, 'input', schemas);
  const result = endpoint.result && inPlace(endpoint.result, 'output', schemas);
  const refused = [
    ...(needs === 'public' ? [] : [401, 403]),
    ...(parameters.length > 0 ? [404] : []),
    ...(body ? [409, 413, 415] : []),
    ...(parameters.length > 0 || body ? [422] : []),
    ...(endpoint.limit ? [429] : []),
    500,
    503,
  ];
  return {
    operationId: name,
    tags: [endpoint.path.split('/')[1] ?? ''],
    summary,
    ...(needs === 'public'
      ? { 'x-public': true, security: [] }
      : { 'x-right': needs, 'x-held-by': rights[needs], security: [{ session: [] }] }),
    ...(endpoint.limit ? { 'x-limit': endpoint.limit } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(raw && !body && endpoint.method !== 'GET'
      ? { requestBody: { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } }
      : {}),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: summary,
        ...(result ? { content: { 'application/json': { schema: result } } } : {}),
      },
      ...Object.fromEntries(
        refused.map((status) => [String(status), { $ref: `#/components/responses/${nameOf(status)}` }]),
      ),
    },
  };
};

const parametersOf = (
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  schemas: Record<string, Json>,
): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = inline(schema, 'input', schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...shape }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: shape,
  }));
};

type Way = 'input' | 'output';

/** The schema, or a reference to it when it has a name. */
const inPlace = (schema: z.ZodType, way: Way, schemas: Record<string, Json>): Json => {
  const { id, ...shape } = inline(schema, way, schemas) as { id?: string };
  return id ? { $ref: `#/components/schemas/${keep(id, shape, schemas, way)}` } : shape;
};

/** The schema written out, its named parts kept among the components. */
const inline = (schema: z.ZodType, way: Way, schemas: Record<string, Json>): Json => {
  const json = z.toJSONSchema(schema, { io: way, target: 'draft-2020-12', unrepresentable: 'any' }) as Json;
  const { $schema: _, $defs = {}, ...root } = json as { $schema?: string; $defs?: Record<string, Json> };
  const renamed = new Map<string, string>();
  for (const [name, { id: _id, ...shape }] of Object.entries($defs)) {
    renamed.set(name, keep(name, pointed(shape, renamed), schemas, way));
  }
  return pointed(root, renamed);
};

/** One name is one shape: when what comes in and what goes out differ, what comes in is `…Input`. */
const keep = (name: string, shape: Json, schemas: Record<string, Json>, way: Way): string => {
  const known = schemas[name];
  if (!known || JSON.stringify(known) === JSON.stringify(shape)) {
    schemas[name] = shape;
    return name;
  }
  return keep(`${name}${way === 'input' ? 'Input' : 'Output'}`, shape, schemas, way);
};

const pointed = (value: Json, renamed: ReadonlyMap<string, string>): Json =>
  JSON.parse(JSON.stringify(value), (key: string, part: unknown) =>
    key === '$ref' && typeof part === 'string' && part.startsWith('#/$defs/')
      ? `#/components/schemas/${renamed.get(part.slice(8)) ?? part.slice(8)}`
      : part,
  ) as Json;

const refusals = [401, 403, 404, 409, 413, 415, 422, 429, 500, 503] as const;
const nameOf = (status: number): string => (STATUS_CODES[status] ?? String(status)).replaceAll(/\W/g, '');

const refusal = (status: number): Json => ({
  description: STATUS_CODES[status],
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  'x-codes': (Object.keys(problems) as ProblemCode[]).filter((code) => problems[code] === status),
});

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `code` is the name of the refusal.',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    requestId: { type: 'string', format: 'uuid' },
    details: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rule', 'message'],
        properties: { field: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
