import { getMedia, type InputOf, putPicture } from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Limits } from '../platform/limits.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { Storage } from '../platform/storage.ts';
import { keyOf, PutPicture } from './put-picture.ts';

/** Pictures that one person may hand in. */
const allowance = { points: 120, seconds: 3_600 };

@Controller()
export class PicturesController {
  constructor(
    private readonly put: PutPicture,
    private readonly storage: Storage,
    private readonly limits: Limits,
  ) {}

  @Serves(putPicture)
  async putPicture(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof putPicture>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('pictures', actor.id ?? '', allowance);
    const picture = await this.put.run(actor, params.id, bytes);
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(picture));
  }

  @Serves(getMedia)
  async getMedia(@Input() { params }: InputOf<typeof getMedia>, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.storage.get(keyOf(params.file));
    await reply
      .headers({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}
