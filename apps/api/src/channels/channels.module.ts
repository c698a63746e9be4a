import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { Export, Platform, Statement } from './channel.entity.ts';
import { ChannelQueries } from './channel.queries.ts';
import { ChannelsController } from './channels.controller.ts';
import { Channels } from './channels.ts';
import { ExportListings } from './export-listings.ts';

export const channelsEntities = [Platform, Statement, Export];

@Module({
  imports: [CatalogueModule],
  controllers: [ChannelsController],
  providers: [ChannelQueries, Channels, ExportListings],
  exports: [Channels],
})
export class ChannelsModule {}
