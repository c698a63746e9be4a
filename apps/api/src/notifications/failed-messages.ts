import { type Area, areaOf, type listFailedMessages, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type HouseholdInArea, Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { lookedToday } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import type { Waiting } from '../platform/waiting.ts';
import { sender } from './write-messages.ts';

const pageSize = 20;
/** Older ones are not worth sending any more. */
const days = 30;
/** The most that are looked through: so many at once are a fault of a company's, not of households. */
const most = 2_000;

interface Failed {
  id: string;
  person: string | null;
  producer: string | null;
  kind: string;
  at: Date;
  failedAt: Date;
  provider: string;
  why: string | null;
}

type Placed = Failed & { household: HouseholdInArea };

/** Messages that did not reach a household. Where it lies, identity says: only those of the asker's area are there. */
@Injectable()
export class FailedMessages {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  /** The latest first. That a household was seen is noted once a day. */
  async list(actor: Actor, page: number): Promise<ResultOf<typeof listFailedMessages>> {
    const all = await this.within(this.db, areaOf(actor, 'queue.read'));
    const shown = all.slice((page - 1) * pageSize, page * pageSize);
    await inTx(this.db, (tx) =>
      lookedToday(tx, actor, [...new Set(shown.map(({ household }) => household.producer))], 'messages.failed'),
    );
    return {
      items: shown.map(({ id, kind, at, failedAt, provider, why, household }) => ({
        ...{ id, kind, provider, why, at: at.toISOString(), failedAt: failedAt.toISOString() },
        producer: { id: household.producer, name: household.name },
        commune: { code: household.commune, fullName: household.communeName },
      })),
      total: all.length,
      page,
      pages: Math.max(1, Math.ceil(all.length / pageSize)),
    };
  }

  async waiting(actor: Actor): Promise<Waiting> {
    const all = await this.within(this.db, areaOf(actor, 'queue.read'));
    return { total: all.length, late: 0, oldest: all.at(-1)?.failedAt ?? null };
  }

  /** Queues it again; one that waits already or went out meanwhile is left as it is. @throws Problem notifications.not-found */
  async retry(actor: Actor, id: string): Promise<void> {
    await inTx(this.db, async (tx) => {
      const [message] = await rows<Failed>(tx, one, [id, sender]);
      const area = areaOf(actor, 'queue.read');
      if (!message || (await this.placed(tx, [message], area)).length === 0) {
        throw new Problem('notifications.not-found');
      }
      await tx.query(
        `update platform.delivery set state = 'pending', attempts = 0, at = $2, answer = null
         where key = $1::uuid::text and listener = $3 and state = 'failed'`,
        [id, this.clock.now(), sender],
      );
    });
  }

  private async within(db: DataSource | Tx, area: Area): Promise<Placed[]> {
    const since = new Date(this.clock.now().getTime() - days * 86_400_000);
    return this.placed(db, await rows<Failed>(db, failed, [sender, since, most]), area);
  }

  private async placed(db: DataSource | Tx, messages: readonly Failed[], area: Area): Promise<Placed[]> {
    const people = messages.flatMap(({ person }) => person ?? []);
    const producers = messages.flatMap(({ producer }) => producer ?? []);
    if (people.length + producers.length === 0) return [];
    const households = await this.identity.householdsIn(db, area, { people, producers });
    return messages.flatMap((message) => {
      const household = households.get(message.producer ?? message.person ?? '');
      return household ? [{ ...message, household }] : [];
    });
  }
}

const columns = `m.id, m.person, m.producer, m.kind, m.at, d.at as "failedAt", d.provider, d.answer ->> 'answer' as why`;
const failed = `select ${columns} from (
    select key, at, provider, answer from platform.delivery
    where listener = $1 and state = 'failed' and at > $2 order by at desc limit $3
  ) d join notifications.message m on m.id = d.key::uuid
  where m.person is not null or m.producer is not null order by d.at desc, m.id`;
const one = `select ${columns} from notifications.message m
  join platform.delivery d on d.key = m.id::text and d.listener = $2 where m.id = $1`;
