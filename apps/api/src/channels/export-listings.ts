import { randomUUID } from 'node:crypto';
import {
  type BodyOf,
  type exportListings,
  pictureAddress,
  Problem,
  type ResultOf,
  producersOf,
  widestOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { record } from '../platform/outbox.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { ChannelQueries, type ExportRow, exportView } from './channel.queries.ts';
import { csv, type ExportedListing } from './csv.rules.ts';

type Input = BodyOf<typeof exportListings>;
type View = ResultOf<typeof exportListings>;

/** Makes a file of what a producer has on sale, for a platform that takes files. The same id again is the same file. */
@Injectable()
export class ExportListings {
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly storage: Storage,
    private readonly channels: ChannelQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, platform: string, { id, producer }: Input): Promise<View> {
    if (!producersOf(actor, 'channel.export').includes(producer) || !(await this.takesFiles(platform)))
      throw notFound();
    const known = await this.channels.mine(this.db, actor, id);
    if (known) return this.same(known, platform, producer);
    const seller = await this.catalogue.producer(producer);
    if (!seller) throw notFound();
    const listings = await this.listingsOf(producer);
    if (listings.length === 0) throw new Problem('channels.nothing-to-export');
    // A name of its own, so that of two at once neither writes over the other's; the one that is not kept goes again.
    const file = `channel-exports/${id}-${randomUUID()}.csv`;
    await this.storage.put(file, Buffer.from(csv(listings), 'utf8'), 'text/csv; charset=utf-8');
    const kept = await inTx(this.db, async (tx) => {
      const made = await rows(tx, insert, [id, platform, producer, listings.length, file, actor.id, this.clock.now()]);
      if (made.length > 0) {
        const { commune } = seller;
        const count = listings.length;
        await record(tx, actor, 'channel.exported', id, { channel: platform, producer, commune, listings: count });
      }
      return this.channels.mine(tx, actor, id);
    });
    if (kept?.file !== file) await this.storage.delete(file);
    if (!kept) throw notFound(); // the id is another's
    return this.same(kept, platform, producer);
  }

  private same(found: ExportRow, platform: string, producer: string): View {
    if (found.platform !== platform || found.producer !== producer) throw notFound();
    return exportView(found);
  }

  private async takesFiles(platform: string): Promise<boolean> {
    const register = await this.channels.list();
    return register.some(({ id, connector, state }) => id === platform && connector === 'file' && state !== 'closed');
  }

  private async listingsOf(producer: string): Promise<ExportedListing[]> {
    const cards = await this.catalogue.cards(await this.catalogue.listingsOf(producer));
    const { STOREFRONT_URL } = env();
    return cards.map((card) => ({
      id: card.id,
      name: card.name,
      price: card.price,
      unit: card.unit,
      available: card.available,
      minimum: card.minimum,
      increment: card.increment,
      storage: card.storage,
      producer: card.producer.name,
      commune: card.commune.name,
      province: card.commune.province,
      picture: card.picture && STOREFRONT_URL + pictureAddress(card.picture, widestOf(card.picture), 'jpg'),
      page: `${STOREFRONT_URL}/san-pham/${card.slug}`,
    }));
  }
}

const notFound = (): Problem => new Problem('channels.not-found');

const insert = `insert into channels.export (id, platform, producer, listings, file, by, created_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`;
