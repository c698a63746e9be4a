import { writeFileSync } from 'node:fs';
import * as contracts from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Named, openApi } from './platform/openapi.ts';
import { page } from './platform/openapi.page.ts';

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

if (import.meta.main) {
  const file = process.argv[2] ?? new URL('../../openapi.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(openApi(endpoints), null, 2)}\n`);
}
