import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { type LoggerOptions, pino } from 'pino';
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

/** Never written, at whatever depth down to the third: what opens something, and what names someone. */
const hidden = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'password',
  'code',
  'totp',
  'otp',
  'key',
  'phone',
  'email',
  'address',
  'body',
];

/** How every line is written; whose request, task or batch it belongs to is on each. */
export const logOptions: LoggerOptions = {
  level: logLevel(),
  base: { process: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => about.getStore() ?? {},
  redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '•' },
  serializers: { err: (error: unknown) => errorShape(error) },
};

export const log = pino(logOptions);

interface ErrorShape {
  type: string;
  message: string;
  kind?: unknown;
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
    message: unnamed(error.message.slice(0, 500)),
    ...(code === undefined ? {} : { kind: code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.stack ? { stack: error.stack.slice(error.stack.indexOf('\n') + 1, 4_000) } : {}),
    ...(error.cause instanceof Error && depth < 3 ? { cause: errorShape(error.cause, depth + 1) } : {}),
  };
};

/** A long number in a sentence may be a phone, an account or a card. */
const unnamed = (text: string): string => text.replaceAll(/\+?\d[\d .-]{6,}\d/g, '•');

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
