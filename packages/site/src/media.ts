import { Agent, get as getHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { get as getHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const NAME = /^\/anh\/([a-f0-9]{32}-\d{2,4}\.webp)$/;

/** Whether it is the address of a picture. */
export const isPicture = (path: string): boolean => path.startsWith('/anh/');

/** A picture, passed on from the API as it comes. Its name is the hash of what is in it, so it may be kept for ever. */
export const sendPicture = async (
  apiUrl: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const file = NAME.exec(path)?.[1];
  const source = file ? await fetchFrom(`${apiUrl}/media/${file}`) : undefined;
  if (source?.statusCode !== 200) {
    source?.resume();
    response.writeHead(404, { 'cache-control': 'no-store' }).end();
    return;
  }
  const { 'content-length': length, 'content-type': type } = source.headers;
  response.writeHead(200, {
    'content-type': type ?? 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    ...(length ? { 'content-length': length } : {}),
  });
  if (request.method === 'HEAD') {
    source.destroy();
    response.end();
    return;
  }
  await pipeline(source, response);
};

const fetchFrom = (url: string): Promise<IncomingMessage | undefined> =>
  new Promise((resolve) => {
    const isSecure = url.startsWith('https:');
    const call = isSecure ? getHttps(url, resolve) : getHttp(url, { agent }, resolve);
    call.setTimeout(10_000, () => call.destroy());
    call.on('error', () => resolve(undefined));
  });
