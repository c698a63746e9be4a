import type { z } from 'zod';
import type { Right } from './rights.ts';

/**
 * Whose things an address opens; anything beyond is not found. `own`: the caller's; `producer`: those of producers in whose
 * name she may act; `area`: those of the communes and provinces her grants name; `anyone`: there is nothing to tell apart.
 */
export type Reach = 'own' | 'producer' | 'area' | 'anyone';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** At most `points` requests in `seconds` from one address; more are answered `platform.too-many`. */
export interface Limit {
  points: number;
  seconds: number;
  by: 'address';
}

/**
 * One address of the API, said once: the API checks with it, the sites call through it, OpenAPI is printed from it.
 * `needs` is the right the caller must hold, or `public`. A `raw` endpoint answers by itself (webhooks, files).
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  method: Method;
  path: string;
  summary: string;
  needs: Right | 'public';
  /** Absent for what is public. */
  reach?: Reach;
  /** Asks for a proof of who she is (a code to the phone, the authenticator) not older than ten minutes. */
  fresh?: true;
  params?: P;
  query?: Q;
  body?: B;
  result?: R;
  status?: number;
  raw?: boolean;
  limit?: Limit;
}

type Absent = z.ZodUndefined;

export const endpoint = <
  P extends z.ZodType = Absent,
  Q extends z.ZodType = Absent,
  B extends z.ZodType = Absent,
  R extends z.ZodType = Absent,
>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => definition;

/** What a handler receives, after the contract has checked it. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never;
export type BodyOf<E> = InputOf<E>['body'];
export type QueryOf<E> = InputOf<E>['query'];
export type ParamsOf<E> = InputOf<E>['params'];

/** What a handler answers. */
export type ResultOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.input<R> : never;

/** What a caller sends and gets back. */
export type CallOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Given<'params', z.input<P>> & Given<'query', z.input<Q>> & Given<'body', z.input<B>>
    : never;
type Given<K extends string, V> = undefined extends V ? { [k in K]?: V } : { [k in K]: V };
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
