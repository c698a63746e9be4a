import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { type DynamicModule, Logger, type Type } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptBodies, jsonLimit } from './bodies.ts';
import { env } from './env.ts';
import { inLog, log, NestLog } from './log.ts';
import { requestDuration } from './metrics.ts';
import { answerProblem, documentOf, problemOf } from './problem.filter.ts';
import './request.ts';
import { contractsServed } from './routes.ts';

/** The web process's application, not yet listening. Refuses to be made when a handler has no contract. */
export const createWeb = async (module: Type | DynamicModule): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: false,
    bodyLimit: jsonLimit,
    requestIdHeader: false, // never believed from strangers
    genReqId: () => randomUUID(),
    routerOptions: {
      ignoreTrailingSlash: false,
      ignoreDuplicateSlashes: false,
      caseSensitive: true,
      maxParamLength: 200,
    },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    keepAliveTimeout: 72_000,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    multipart: false,
    skipMiddie: true, // no rule of ours lives in middleware, so none can be skipped
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders());
      answerProblem(error, request, reply);
    },
    clientErrorHandler: answerSocket,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  acceptBodies(fastify);
  observe(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(),
    bodyParser: false,
    forceCloseConnections: false,
    abortOnError: false,
  });
  Logger.overrideLogger(new NestLog());
  contractsServed(app.get(DiscoveryService));
  return app;
};

const observe = (fastify: FastifyInstance): void => {
  const headers = securityHeaders();
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    done();
  });
  // After the body: reading it would lose the words the log should carry.
  fastify.addHook('preValidation', (request, _reply, done) => inLog({ requestId: request.id }, done));
  // Node writes a long text with accents far more slowly than the bytes it stands for.
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length > 1_024 ? Buffer.from(payload) : payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const milliseconds = reply.elapsedTime;
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    requestDuration.observe(
      { route, method, status_class: `${Math.floor(reply.statusCode / 100)}xx` },
      milliseconds / 1_000,
    );
    if (reply.statusCode >= 500 || milliseconds >= 500) write('warn', request, reply);
    else if (method !== 'GET' && method !== 'HEAD') write('info', request, reply);
    else if (log.isLevelEnabled('debug')) write('debug', request, reply);
    done();
  });
};

const write = (level: 'warn' | 'info' | 'debug', request: FastifyRequest, reply: FastifyReply): void => {
  const { actor } = request;
  log[level](
    {
      requestId: request.id,
      actor: actor ? `${actor.kind}:${actor.id ?? '-'}` : 'unseen',
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    'request',
  );
};

/** An API answers data: nothing in it may run, be framed, guessed at or kept. A handler may say otherwise of its own answer. */
const securityHeaders = (): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
  'cache-control': 'no-store',
  ...(env().API_URL.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** What is not even HTTP. */
const answerSocket = (error: Error & { code?: string }, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const problem = problemOf(Object.assign(new Error('not HTTP'), { statusCode: status }));
  const body = JSON.stringify(documentOf(problem, randomUUID()));
  socket.end(
    `HTTP/1.1 ${problem.status} -\r\ncontent-type: application/problem+json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
};
