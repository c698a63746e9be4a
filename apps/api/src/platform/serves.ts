import type { Endpoint, ResultOf } from '@chophien/contracts';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import './request.ts';

export const contractKey = 'chophien:contract';

/**
 * A contract that promises a shape is kept to it by the compiler too. A handler of a raw one may answer by itself, and so
 * returns nothing; any other that returns nothing breaks its promise when it is asked.
 */
type Handler<E extends Endpoint> = (
  ...args: never[]
) => [ResultOf<E>] extends [undefined] ? unknown : ResultOf<E> | void | Promise<ResultOf<E> | void>;

/**
 * Makes a controller's method answer a contract: its verb, path, status and right, the check of what comes in, and the
 * shape of what goes out (anything else is dropped). A `raw` contract's method answers by itself.
 */
export const Serves =
  <E extends Endpoint>(endpoint: E) =>
  <F extends Handler<E>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<F>): void => {
    const handler = descriptor.value as unknown as (...args: unknown[]) => unknown;
    if (!endpoint.raw && endpoint.result) {
      const { result } = endpoint;
      const shaped = async function (this: unknown, ...args: unknown[]) {
        return result.parse(await handler.apply(this, args));
      };
      Object.defineProperty(shaped, 'name', { value: String(key) });
      descriptor.value = shaped as unknown as F;
    }
    applyDecorators(
      RequestMapping({ method: RequestMethod[endpoint.method], path: endpoint.path }),
      HttpCode(endpoint.status ?? 200),
      SetMetadata(contractKey, endpoint),
      RouteConfig({ contract: endpoint }),
    )(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };

/** `{ params, query, body }` as the contract let them through. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { input } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!input) throw new Error('the guard has not checked this request');
  return input;
});

/** The body's bytes as they came: what a signature was made over. */
export const RawBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer =>
    context.switchToHttp().getRequest<FastifyRequest>().rawBody ?? Buffer.alloc(0),
);
