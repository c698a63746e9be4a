import { Agent, request as requestHttp } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';

const options = { keepAlive: true, maxSockets: 128 };
const agents = { http: new Agent(options), https: new SecureAgent(options) };

interface Call {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** What the contracts' client reads of an answer. */
interface Answer {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}

/**
 * `fetch` as far as the contracts' client uses it, over connections that stay open: each page asks the API, and the general
 * `fetch` takes twice to three times the processor for the same answer (0.7 ms against 0.25 ms for a list of 24).
 */
const call = (url: string, { method, headers, body, signal }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const isSecure = url.startsWith('https:');
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: isSecure ? agents.https : agents.http,
      signal,
    });
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const status = response.statusCode ?? 0;
        const json = async () => JSON.parse(Buffer.concat(chunks).toString()) as unknown;
        resolve({ ok: status >= 200 && status < 300, status, json });
      });
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      // The API closed a connection at the very moment it was used again: nothing was read, so a question is asked once more.
      const again = request.reusedSocket && error.code === 'ECONNRESET' && method === 'GET';
      if (again) call(url, { method, headers, signal }).then(resolve, reject);
      else reject(error);
    });
    request.end(body);
  });

export const send = call as unknown as typeof fetch;
