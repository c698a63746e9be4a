import type { FastifyReply } from 'fastify';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to keep, that no cache keeps. */
export const send = (
  reply: FastifyReply,
  type: string,
  { name, bytes }: { name: string; bytes: Buffer },
): FastifyReply =>
  reply
    .headers({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })
    .send(bytes);
