import type { IncomingMessage } from 'node:http';
import { Readable, Transform } from 'node:stream';

/** A form without pictures. */
const MOST_IN_A_FORM = 128 * 1024;
/** Six pictures as a phone takes them, 8 MB each, and the fields beside them. */
const MOST_WITH_PICTURES = 50 * 1024 * 1024;

/** More was sent than any form of ours needs. */
export class TooLarge extends Error {}

/**
 * The request as routes see it. Its address is ours and the path that was asked for; what `Host` or a forwarded header
 * says is not in it.
 * @throws TooLarge when the length that is announced is too large; a body that turns out so breaks off
 */
export const webRequest = (incoming: IncomingMessage, url: string, signal: AbortSignal): Request => {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index]?.toLowerCase() ?? '';
    if (!name.startsWith('x-forwarded') && name !== 'host') headers.append(name, incoming.rawHeaders[index + 1] ?? '');
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const hasPictures = headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  const most = hasPictures ? MOST_WITH_PICTURES : MOST_IN_A_FORM;
  if (Number(headers.get('content-length') ?? 0) > most) throw new TooLarge();
  const counted = incoming.pipe(upTo(most));
  // A phone that loses the line mid-way leaves a body without an end.
  incoming.once('close', () => incoming.complete || counted.destroy(new Error('the body broke off')));
  const body = Readable.toWeb(counted) as unknown as ReadableStream;
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
};

const upTo = (most: number): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seen += chunk.length;
      next(seen > most ? new TooLarge() : null, chunk);
    },
  });
};
