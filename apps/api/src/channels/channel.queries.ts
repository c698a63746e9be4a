import { type listChannels, type listExports, Problem, type ResultOf, producersOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Export, Platform, Statement } from './channel.entity.ts';

type ChannelView = ResultOf<typeof listChannels>['items'][number];
type ExportView = ResultOf<typeof listExports>['items'][number];
type Held = Pick<Statement, 'platform' | 'about' | 'validFrom' | 'value' | 'source'>;

export type ExportRow = Pick<Export, 'id' | 'platform' | 'producer' | 'listings' | 'file' | 'createdAt'>;

@Injectable()
export class ChannelQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The register, as it is held today. */
  async list(): Promise<ChannelView[]> {
    const [platforms, held] = await Promise.all([
      rows<Platform>(this.db, 'select * from channels.platform order by position'),
      rows<Held>(this.db, statements, [vietnamDay(this.clock.now())]),
    ]);
    const of = (platform: string, about: Statement['about']) =>
      held.find((statement) => statement.platform === platform && statement.about === about);
    return platforms.map(({ id, name, operator, website, connector }) => ({
      id,
      name,
      operator,
      website,
      connector,
      state: (of(id, 'state')?.value ?? 'unclear') as ChannelView['state'],
      reputable: judgement(of(id, 'reputable')),
      vietnamese: judgement(of(id, 'vietnamese')),
    }));
  }

  /** Files made for the actor's producers, the newest hundred. */
  async exports(actor: Actor): Promise<ExportView[]> {
    const found = await rows<ExportRow>(
      this.db,
      `${exported} where producer = any($1::uuid[]) order by created_at desc, id desc limit 100`,
      [producersOf(actor, 'channel.export')],
    );
    return found.map(exportView);
  }

  /** One of the actor's producers' files; undefined for another's. */
  async mine(db: DataSource | Tx, actor: Actor, id: string): Promise<ExportRow | undefined> {
    const [found] = await rows<ExportRow>(db, `${exported} where id = $1 and producer = any($2::uuid[])`, [
      id,
      producersOf(actor, 'channel.export'),
    ]);
    return found;
  }

  /** @throws Problem channels.not-found when it is another's */
  async file(actor: Actor, id: string): Promise<ExportRow> {
    const found = await this.mine(this.db, actor, id);
    if (!found) throw new Problem('channels.not-found');
    return found;
  }
}

export const exportView = ({ id, platform, producer, listings, createdAt }: ExportRow): ExportView => ({
  id,
  producer,
  listings,
  channel: platform,
  createdAt: createdAt.toISOString(),
});

const judgement = (held: Held | undefined): ChannelView['reputable'] => ({
  value: held?.value ? held.value === 'yes' : null,
  since: held?.validFrom ?? '2026-11-01',
  source: held?.source ?? 'Chưa ai quyết định',
});

const exported = `select id, platform, producer, listings, file, created_at as "createdAt" from channels.export`;

/** $1 today. */
const statements = `select distinct on (platform, about) platform, about, valid_from as "validFrom", value, source
  from channels.statement where valid_from <= $1 order by platform, about, valid_from desc`;
