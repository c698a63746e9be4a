import {
  getDrawn,
  getMedia,
  getPicture,
  getSign,
  type InputOf,
  type PictureType,
  putPicture,
  setFocus,
} from '@chophien/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Limits } from '../platform/limits.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { Storage } from '../platform/storage.ts';
import { contentTypes } from './derive-picture.ts';
import { DrawnQueries } from './drawn.queries.ts';
import { keyOf } from './picture.rules.ts';
import { PutPicture } from './put-picture.ts';
import { SetFocus } from './set-focus.ts';
import { ShowDrawn } from './show-drawn.ts';

/** Pictures that one person may hand in. */
const allowance = { points: 120, seconds: 3_600 };

@Controller()
export class PicturesController {
  constructor(
    private readonly put: PutPicture,
    private readonly storage: Storage,
    private readonly limits: Limits,
    private readonly drawn: DrawnQueries,
    private readonly show: ShowDrawn,
    private readonly focus: SetFocus,
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

  @Serves(getPicture)
  getPicture(@Me() actor: Actor, @Input() { params }: InputOf<typeof getPicture>) {
    return this.focus.get(actor, params.id);
  }

  @Serves(setFocus)
  setFocus(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof setFocus>) {
    return this.focus.run(actor, params.id, body);
  }

  /** The name is the hash of what is in it, so it is itself the tag. */
  @Serves(getMedia)
  async getMedia(
    @Input() { params }: InputOf<typeof getMedia>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file } = params;
    const tag = `"${file}"`;
    const kept = {
      etag: tag,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    };
    const key = keyOf(file);
    if (request.headers['if-none-match']?.includes(tag) && (await this.storage.exists(key))) {
      await reply.code(304).headers(kept).send();
      return;
    }
    const bytes = await this.storage.get(key);
    const type = contentTypes[file.slice(file.lastIndexOf('.') + 1) as PictureType];
    await reply
      .headers({ ...kept, 'content-type': type })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  @Serves(getDrawn)
  async getDrawn(@Input() { params }: InputOf<typeof getDrawn>, @Res() reply: FastifyReply): Promise<void> {
    const shown = await this.show.run(params.file);
    if ('instead' in shown) {
      // Beside it, under whatever address pictures are served.
      await reply.code(302).headers({ location: shown.instead, 'cache-control': 'no-store' }).send();
      return;
    }
    await reply
      .headers({
        'content-type': shown.type,
        etag: `"${params.file}"`,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(shown.bytes));
  }

  @Serves(getSign)
  getSign(@Input() { params }: InputOf<typeof getSign>) {
    return this.drawn.sign(params.slug);
  }
}
