import type { Endpoint } from '@chophien/contracts';
import type { Actor } from './actor.ts';

/** What a request carries once the guard has seen it. */
declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    input?: Input;
    /** The bytes as they came, for signatures. */
    rawBody?: Buffer;
  }
  interface FastifyContextConfig {
    contract?: Endpoint;
  }
}

/** What the contract let through. */
export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
}
