import {
  downloadExport,
  exportListings,
  type InputOf,
  listChannels,
  listExports,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { Storage } from '../platform/storage.ts';
import { ChannelQueries } from './channel.queries.ts';
import { ExportListings } from './export-listings.ts';

@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelQueries,
    private readonly files: ExportListings,
    private readonly storage: Storage,
  ) {}

  @Serves(listChannels)
  async listChannels(): Promise<ResultOf<typeof listChannels>> {
    return { items: await this.channels.list() };
  }

  @Serves(exportListings)
  exportListings(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof exportListings>,
  ): Promise<ResultOf<typeof exportListings>> {
    return this.files.run(actor, params.id, body);
  }

  @Serves(listExports)
  async listExports(@Me() actor: Actor): Promise<ResultOf<typeof listExports>> {
    return { items: await this.channels.exports(actor) };
  }

  @Serves(downloadExport)
  async downloadExport(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof downloadExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, platform, createdAt } = await this.channels.file(actor, params.id);
    const bytes = await this.storage.get(file);
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="san-pham-${platform}-${vietnamDay(createdAt)}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}
