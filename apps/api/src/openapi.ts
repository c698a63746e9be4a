import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as contracts from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Named, openApi } from './platform/openapi.ts';
import { page } from './platform/openapi.page.ts';
import { rightsTable } from './platform/rights-table.ts';

const isEndpoint = (value: unknown): value is contracts.Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'needs' in value;

/** Every contract under the name it is exported by. */
export const endpoints: readonly Named[] = Object.entries(contracts).flatMap(([name, value]) =>
  isEndpoint(value) ? [{ name, endpoint: value }] : [],
);

/** OpenAPI 3.1 at `/openapi.json`, and the same for reading at `/tai-lieu`. */
export const documentation = (app: NestFastifyApplication): void => {
  const document = openApi(endpoints);
  const [json, html] = [JSON.stringify(document), page(document)];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/openapi.json', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').type('application/json; charset=utf-8').send(json),
  );
  fastify.get('/tai-lieu', (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=300')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .type('text/html; charset=utf-8')
      .send(html),
  );
};

/** What is committed beside the code, by file of `apps/api`. */
export const printed = (): Record<'openapi.json' | 'RIGHTS.md', string> => ({
  'openapi.json': `${JSON.stringify(openApi(endpoints), null, 2)}\n`,
  'RIGHTS.md': rightsTable(endpoints),
});

if (import.meta.main) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));
  for (const [file, text] of Object.entries(printed())) writeFileSync(join(folder, file), text);
}
