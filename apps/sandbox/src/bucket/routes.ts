import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CallFaults } from '../call-faults.ts';
import type { Settings } from '../env.ts';
import type { Later } from '../later.ts';
import { Bucket, BucketError } from './bucket.ts';

/** The largest that a photo or a paper may be, and more. */
const most = 32 * 1024 * 1024;

interface Wired {
  readonly settings: Settings['bucket'];
  readonly later: Later;
  readonly now: () => Date;
}

/** `PUT`, `GET`, `HEAD` and `DELETE` of objects, path-style, as S3 has them. Gives back the faults that the control address sets. */
export function bucketRoutes(app: FastifyInstance, { settings, later, now }: Wired): CallFaults {
  const bucket = new Bucket(settings, now);
  const faults = new CallFaults();
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: most }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => refuse(error, request, reply));
    scope.route<{ Params: { '*': string } }>({
      method: ['GET', 'HEAD', 'PUT', 'DELETE'],
      url: `/${settings.name}/*`,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const order = faults.take();
        if (order?.fault === 'throttle') throw new BucketError('SlowDown', 503, 'Please reduce your request rate.');
        if (order?.fault === 'error') throw new BucketError('InternalError', 500, 'We encountered an internal error.');
        if (order?.fault === 'slow') await later.wait(order.delayMs);
        const payload = answer(bucket, request, reply);
        if (order?.fault !== 'drop-after-accept') return reply.send(payload);
        reply.hijack();
        return request.raw.socket.destroy();
      },
    });
  });
  app.get('/_control/bucket', () => ({
    objects: [...bucket.objects].map(([key, { bytes, type, at }]) => ({ key, bytes: bytes.length, type, at })),
  }));
  return faults;
}

/** Does what is asked and heads the answer; gives its body, if it has one. */
const answer = (
  bucket: Bucket,
  request: FastifyRequest<{ Params: { '*': string } }>,
  reply: FastifyReply,
): Buffer | undefined => {
  const { method, headers } = request;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  bucket.allow({ method, url: request.raw.url ?? '/', headers }, body);
  const key = request.params['*'];
  if (method === 'DELETE') {
    bucket.objects.delete(key);
    reply.code(204);
    return undefined;
  }
  if (method === 'PUT') {
    const checksum = [headers['x-amz-checksum-crc32']].flat()[0];
    const { etag } = bucket.put(key, body, { type: headers['content-type'] ?? 'binary/octet-stream', checksum });
    reply.header('etag', etag);
    return undefined;
  }
  const { bytes, type, etag, at } = bucket.get(key);
  reply.headers({ etag, 'content-type': type, 'last-modified': at.toUTCString(), 'content-length': bytes.length });
  return method === 'HEAD' ? undefined : bytes;
};

const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const { code, status, message } =
    error instanceof BucketError
      ? error
      : {
          code: 'InvalidRequest',
          status: (error as { statusCode?: number }).statusCode ?? 500,
          message: 'Bad request',
        };
  reply.code(status).header('content-type', 'application/xml');
  if (request.method === 'HEAD') return reply.send();
  return reply.send(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${request.id}</RequestId></Error>`,
  );
};
