import { randomUUID } from 'node:crypto';
import type { Grant } from '@chophien/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export type ActorKind = 'guest' | 'person' | 'official' | 'partner' | 'device' | 'system';

/** Who is asking. Part of every question, so that forgetting it finds nothing. */
export interface Actor {
  kind: ActorKind;
  /** Null for guests only. */
  id: string | null;
  grants: readonly Grant[];
  sessionId: string | null;
  /** When she last proved herself, by a code to her phone or from her authenticator. */
  provedAt?: Date | null;
  /** The visitor's address; a stranger cannot choose it. */
  address: string;
  /** The source port of her connection, if one of our sites said it; many share one address. */
  port?: number | null;
  /** What her browser calls itself, if one of our sites said it. */
  agent?: string | null;
  requestId: string;
}

/** The house itself, under the name of what is acting: a listener, a task of the clock, a command. */
export const system = (name: string): Actor => ({
  kind: 'system',
  id: name,
  grants: [],
  sessionId: null,
  address: 'inside',
  requestId: randomUUID(),
});

/** The one who made the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('the guard has not seen this request');
  return actor;
});

/** Turns a bearer token into its holder. Identity binds the implementation; null means the token opens nothing (any more). */
export abstract class Authenticator {
  abstract authenticate(token: string): Promise<Authenticated | null>;
}

export interface Authenticated {
  id: string;
  kind: ActorKind;
  sessionId: string | null;
  provedAt?: Date | null;
  grants: readonly Grant[];
}
