import type { listMessages, ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';

export type Listed = ResultOf<typeof listMessages>;
type Row = Omit<Listed['items'][number], 'at' | 'readAt'> & { at: Date; readAt: Date | null };

/** What someone was told; never what another was. */
@Injectable()
export class MessageQueries {
  constructor(private readonly db: DataSource) {}

  /** The newest hundred. */
  async list({ id }: Actor): Promise<Listed> {
    const [items, unread] = await Promise.all([rows<Row>(this.db, listing, [id]), id ? this.unread(id) : 0]);
    return {
      items: items.map(({ at, readAt, ...message }) => ({
        ...message,
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      unread,
    };
  }

  async unread(person: string): Promise<number> {
    const [found] = await rows<{ unread: number }>(
      this.db,
      `select count(*)::int as unread from notifications.message where person = $1::uuid and read_at is null`,
      [person],
    );
    return found?.unread ?? 0;
  }
}

const listing = `select m.id, m.kind, m.text, m.link, m.at, m.read_at as "readAt",
    case d.state when 'sent' then d.provider when 'failed' then 'failed'
      when 'pending' then 'pending' when 'unknown' then 'pending' else 'none' end as sent
  from (select * from notifications.message where person = $1 order by at desc, id desc limit 100) m
  left join platform.delivery d on d.key = m.id::text
  order by m.at desc, m.id desc`;
