import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Below this a page fits one packet anyway. */
const WORTH_PACKING = 1_024;

/** Sends what a route answered: pages whole, packed and with an ETag; files as a stream. */
export const send = async (request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> => {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  // What is not said to be for everyone is for this visitor alone; nor is a refusal or a new cookie for others.
  if (!answer.headers.has('cache-control') || answer.status >= 400 || cookies.length > 0) {
    response.setHeader('cache-control', 'no-store');
  }
  response.statusCode = answer.status;
  if (!answer.body || request.method === 'HEAD') {
    await answer.body?.cancel();
    response.end();
    return;
  }
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('text/html')) {
    const source = Readable.fromWeb(answer.body as never);
    const counted = answer.headers.has('content-length');
    const packer =
      !counted && /^(text\/|application\/xml)/.test(type) && streamed(request.headers['accept-encoding'] ?? '');
    if (!packer) return pipeline(source, response);
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('content-encoding', packer.encoding);
    return pipeline(source, packer.stream, response);
  }
  const page = Buffer.from(await answer.arrayBuffer());
  const isShared = answer.status === 200 && String(response.getHeader('cache-control')).startsWith('public');
  if (isShared) {
    const etag = `W/"${createHash('sha1').update(page).digest('base64url')}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304;
      response.removeHeader('content-type');
      response.end();
      return;
    }
  }
  response.setHeader('vary', 'accept-encoding');
  const [body, encoding] = await pack(page, request.headers['accept-encoding'] ?? '');
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.end(body);
};

/** Packs what comes piece by piece, where the reader can unpack it. */
const streamed = (accepted: string) => {
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
    return { encoding: 'br', stream: createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(accepted) ? { encoding: 'gzip', stream: createGzip({ level: 5 }) } : undefined;
};

const pack = async (page: Buffer, accepted: string): Promise<[Buffer, string | undefined]> => {
  if (page.length <= WORTH_PACKING) return [page, undefined];
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: page.length };
    return [await brotli(page, { params }), 'br'];
  }
  if (/\bgzip\b/.test(accepted)) return [await zip(page, { level: 5 }), 'gzip'];
  return [page, undefined];
};
