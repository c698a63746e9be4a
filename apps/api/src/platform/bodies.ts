import { Problem } from '@chophien/contracts';
import type { FastifyInstance } from 'fastify';

/** Bytes of a JSON body at most. */
export const jsonLimit = 1_048_576;
/** Bytes of a raw contract's body at most: a photograph from a phone. */
export const rawLimit = 12 * 1_048_576;
/** How deep JSON may nest: what is deeper was made to break the reader. */
const deepest = 32;

const json = /^application\/json *(; *charset=("?)utf-8\2 *)?$/i;

/**
 * JSON and nothing else: a form or `text/plain`, which any page on the web can send here without asking, is refused before
 * it is read. Only a raw contract takes other types, as bytes.
 */
export const acceptBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addHook('onRoute', (route) => {
    if (route.config?.contract?.raw) route.bodyLimit = rawLimit;
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    const allowed = type === undefined || json.test(type) || request.routeOptions.config.contract?.raw || request.is404;
    done(allowed ? undefined : new Problem('platform.unsupported-type'));
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    const text = decode(body);
    if (text === undefined || tooDeep(body)) return done(new Problem('platform.malformed'));
    return parse(request, text, done);
  });
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    done(null, body);
  });
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const decode = (body: Buffer): string | undefined => {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
};

const tooDeep = (body: Buffer): boolean => {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (inText) {
      if (byte === 0x5c) index++;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > deepest) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
};
