import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  body: Buffer;
  brotli: Buffer | undefined;
  type: string;
  etag: string;
  immutable: boolean;
}

/** Answers a request for a built file; false if there is none of that name. */
export type Assets = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** Reads the built files once (they are small and few) and serves them from memory, in brotli where the build made it. */
export const assets = (directory: string): Assets => {
  const known = new Map<string, Asset>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    const body = readFileSync(file);
    known.set(path, {
      body,
      brotli: readIfThere(`${file}.br`),
      type,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
    });
  }
  return (request, response, path) => {
    const asset = known.get(path);
    if (!asset) return false;
    response.setHeader('content-type', asset.type);
    response.setHeader('etag', asset.etag);
    response.setHeader('vary', 'accept-encoding');
    response.setHeader(
      'cache-control',
      asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304).end();
      return true;
    }
    const packed = asset.brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    if (packed) response.setHeader('content-encoding', 'br');
    const body = packed && asset.brotli ? asset.brotli : asset.body;
    response.writeHead(200, { 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
};

const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};
