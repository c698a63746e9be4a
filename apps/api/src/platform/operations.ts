import { createServer, type Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { health } from './health.ts';
import { type Measured, metricsText, registry } from './metrics.ts';

export interface Operation {
  status: number;
  type: string;
  body: string;
}

/** What machines ask of a process: alive, ready, how busy. Answers only these addresses. */
export const operations: Record<string, (of: Measured) => Promise<Operation>> = {
  '/health/live': () => Promise.resolve(json(200, { live: true })),
  '/health/ready': async (of) => {
    const state = await health(of);
    return json(state.ready ? 200 : 503, state);
  },
  '/metrics': async (of) => ({ status: 200, type: registry.contentType, body: await metricsText(of) }),
};

const json = (status: number, value: unknown): Operation => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** The worker's own small door; it answers nothing else. */
export const operationsServer = (of: Measured): Server =>
  createServer((request, response) => {
    const operation = request.method === 'GET' || request.method === 'HEAD' ? operations[request.url ?? ''] : undefined;
    const answer = operation?.(of) ?? Promise.resolve({ status: 404, type: 'text/plain', body: '' });
    answer.then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(500).end(),
    );
  });

/** The same addresses beside the API's contracts. */
export const answerOperations = (app: NestFastifyApplication): void => {
  const of = { db: app.get(DataSource) };
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, operation] of Object.entries(operations)) {
    fastify.get(path, async (_request, reply) => {
      const { status, type, body } = await operation(of);
      return reply.status(status).type(type).send(body);
    });
  }
};
