import { Agent, get as getHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { get as getHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** Photographs by the hash of what is in them; pictures the house draws, by the hash of what stands in them. */
const places = [
  ['media', /^\/anh\/([a-f0-9]{32}-\d{2,4}\.(?:webp|jpg|avif))$/],
  ['drawn', /^\/anh\/((?:card|share|stall|sign-a[45])-[a-f0-9]{32}-[a-f0-9]{16}\.(?:jpg|png))$/],
] as const;

const sourceOf = (path: string): string | undefined => {
  for (const [place, name] of places) {
    const file = name.exec(path)?.[1];
    if (file) return `${place}/${file}`;
  }
  return undefined;
};

/** Whether it is the address of a picture. */
export const isPicture = (path: string): boolean => path.startsWith('/anh/');

/** A picture, passed on from the API as it comes. Its name is the hash of what is in it, so it may be kept for ever. */
export const sendPicture = async (
  apiUrl: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const file = sourceOf(path);
  const known = request.headers['if-none-match'];
  const source = file ? await fetchFrom(`${apiUrl}/${file}`, known) : undefined;
  const { 'content-length': length, 'content-type': type, etag } = source?.headers ?? {};
  const kept = { 'cache-control': 'public, max-age=31536000, immutable', ...(etag ? { etag } : {}) };
  if (source?.statusCode === 304) {
    source.resume();
    response.writeHead(304, kept).end();
    return;
  }
  if (source?.statusCode === 302 && /^[\w.-]+$/.test(source.headers.location ?? '')) {
    source.resume();
    response.writeHead(302, { location: `/anh/${source.headers.location}`, 'cache-control': 'no-store' }).end();
    return;
  }
  if (source?.statusCode !== 200) {
    source?.resume();
    response.writeHead(404, { 'cache-control': 'no-store' }).end();
    return;
  }
  response.writeHead(200, {
    'content-type': type ?? 'image/webp',
    ...kept,
    ...(length ? { 'content-length': length } : {}),
  });
  if (request.method === 'HEAD') {
    source.destroy();
    response.end();
    return;
  }
  await pipeline(source, response);
};

const fetchFrom = (url: string, known: string | undefined): Promise<IncomingMessage | undefined> =>
  new Promise((resolve) => {
    const isSecure = url.startsWith('https:');
    const headers = known ? { 'if-none-match': known } : {};
    const call = isSecure ? getHttps(url, { headers }, resolve) : getHttp(url, { agent, headers }, resolve);
    call.setTimeout(10_000, () => call.destroy());
    call.on('error', () => resolve(undefined));
  });
