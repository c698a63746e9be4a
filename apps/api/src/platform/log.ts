import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Actor } from './actor.ts';
import { logLevel } from './env.ts';

interface About {
  requestId?: string;
  actor?: string;
  subject?: string;
  [name: string]: string | undefined;
}

/** Only for the log: nothing decides anything from it. */
const about = new AsyncLocalStorage<About>();

const hidden = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'password',
  'code',
  'totp',
  'phone',
  'otp',
  'key',
  'body',
];

/** Every line carries whose request, task or batch it belongs to. What could name or open something is struck out. */
export const log = pino({
  level: logLevel(),
  base: { process: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => about.getStore() ?? {},
  redact: {
    paths: hidden.flatMap((name) => (name === 'code' ? [`*.*.${name}`] : [name, `*.${name}`, `*.*.${name}`])),
    censor: '•',
  },
  serializers: { err: (error: unknown) => errorShape(error) },
});

interface ErrorShape {
  type: string;
  message: string;
  code?: unknown;
  constraint?: unknown;
  stack?: string;
  cause?: ErrorShape;
}

/** An error by allow-list: a driver's error also carries the row and the parameters, which are somebody's. */
const errorShape = (error: unknown, depth = 0): ErrorShape => {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: error.message.slice(0, 500),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.stack ? { stack: error.stack.slice(error.stack.indexOf('\n') + 1, 4_000) } : {}),
    ...(error.cause instanceof Error && depth < 3 ? { cause: errorShape(error.cause, depth + 1) } : {}),
  };
};

/** Runs `work` with these words on each of its log lines. */
export const inLog = <T>(words: About, work: () => T): T => about.run({ ...about.getStore(), ...words }, work);

/** From here on the lines of this request say who it is. */
export const nameInLog = (actor: Actor): void => {
  const store = about.getStore();
  if (store) store.actor = `${actor.kind}:${actor.id ?? '-'}`;
};

/** From here on the lines of this request say what it is about. */
export const aboutInLog = (subject: string): void => {
  const store = about.getStore();
  if (store) store.subject = subject;
};

/** Nest's own lines, in the same form. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: unknown): void {
    log.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    log.error({ err: message instanceof Error ? message : undefined, context: rest.at(-1) }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    log.warn({ context }, String(message));
  }
  debug(message: unknown, context?: unknown): void {
    log.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: unknown): void {
    log.trace({ context }, String(message));
  }
}
