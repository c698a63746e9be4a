import type { listChannels, ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { ChannelQueries } from './channel.queries.ts';

/** What pages may ask of channels. */
@Injectable()
export class Channels {
  constructor(private readonly queries: ChannelQueries) {}

  /** The register of platforms, as it is held today. */
  register(): Promise<ResultOf<typeof listChannels>['items']> {
    return this.queries.list();
  }
}
