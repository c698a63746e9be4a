import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { equalConstantTime } from './crypto.ts';
import { env } from './env.ts';

export interface Visit {
  address: string;
  port: number | null;
  agent: string | null;
}

/** From where and with what somebody comes, as far as it can be believed. */
export const visitOf = (request: FastifyRequest): Visit => {
  const address = addressOf(request);
  const said = saidBySite(request);
  const port = Number(said('x-client-port'));
  return {
    address,
    port: Number.isInteger(port) && port > 0 && port <= 65_535 ? port : null,
    agent: said('x-client-agent')?.slice(0, 300) ?? null,
  };
};

/** The headers of one of our sites, which proves itself with SITE_KEY; a stranger says nothing. */
const saidBySite = (request: FastifyRequest): ((name: string) => string | undefined) => {
  const key = request.headers['x-site-key'];
  const isSite = typeof key === 'string' && equalConstantTime(key, env().SITE_KEY);
  return (name) => {
    const said = isSite ? request.headers[name] : undefined;
    return typeof said === 'string' ? said : undefined;
  };
};

/**
 * The visitor's address: what one of our sites says it is (it proves itself with SITE_KEY), else the socket's. Whatever
 * else a stranger writes into headers is not read.
 */
export const addressOf = (request: FastifyRequest): string => {
  const said = saidBySite(request)('x-client-address');
  return said && isIP(said) ? said : request.ip;
};
