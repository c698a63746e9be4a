import { STATUS_CODES } from 'node:http';
import { Problem, type ProblemCode, type ProblemDocument } from '@chophien/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from './database.ts';
import { log } from './log.ts';

/** Every way a request can end badly, told as RFC 9457: a name, a status, a reference; nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with what `error` means to the one who asked; a fault of ours is logged under the same reference. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const problem = problemOf(error);
  if (problem.status >= 500)
    log.error({ err: problem.cause ?? error, problem: problem.code, requestId: request.id }, 'request failed');
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const { retryAfter } = problem.details;
  if (typeof retryAfter === 'number') reply.header('retry-after', String(Math.ceil(retryAfter)));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(documentOf(problem, request.id)));
};

/** The wire form of a refusal. */
export const documentOf = (problem: Problem, requestId: string): ProblemDocument => {
  const { errors, ...details } = problem.details;
  return {
    type: `urn:chophien:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    requestId,
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...(Array.isArray(errors) ? { errors } : {}),
  };
};

/** Which refusal an error means; what nobody named is `platform.failed`. */
export const problemOf = (error: unknown): Problem => {
  const refused = refusalOf(error);
  if (refused) return refused;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? byStatus[status] : undefined;
  return code ? new Problem(code) : new Problem('platform.failed');
};

/** What the framework refuses before any code of ours runs. */
const byStatus: Record<number, ProblemCode> = {
  400: 'platform.malformed',
  404: 'platform.not-found',
  405: 'platform.not-found',
  408: 'platform.busy',
  413: 'platform.too-large',
  414: 'platform.too-large',
  415: 'platform.unsupported-type',
  422: 'platform.invalid-input',
  431: 'platform.too-large',
  503: 'platform.busy',
};
