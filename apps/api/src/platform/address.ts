import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { equalConstantTime } from './crypto.ts';
import { env } from './env.ts';

/**
 * The visitor's address: what one of our sites says it is (it proves itself with SITE_KEY), else the socket's. Whatever
 * else a stranger writes into headers is not read.
 */
export const addressOf = (request: FastifyRequest): string => {
  const key = request.headers['x-site-key'];
  const said = request.headers['x-client-address'];
  if (typeof key === 'string' && typeof said === 'string' && isIP(said) && equalConstantTime(key, env().SITE_KEY))
    return said;
  return request.ip;
};
