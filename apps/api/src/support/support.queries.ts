import {
  areaOf,
  type listSupport,
  Problem,
  type QueryOf,
  type ResultOf,
  type SupportRequest,
  type SupportRequestDetail,
  type SupportState,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { isLate } from './support.rules.ts';
import * as sql from './support.sql.ts';

const pageSize = 20;

export interface RequestRow {
  id: string;
  number: string;
  commune: string;
  producer: string | null;
  asker: string;
  topic: string;
  title: string;
  hours: number;
  openedAt: Date;
  dueAt: Date;
  state: SupportState;
  owner: string | null;
  closedAt: Date | null;
  done: string | null;
}

/** Requests as those who asked and those who help see them; each look of an official is noted. */
@Injectable()
export class SupportQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly identity: Identity,
  ) {}

  topics(): Promise<{ id: string; title: string; hours: number }[]> {
    return rows(this.db, sql.topics, [vietnamDay(this.clock.now())]);
  }

  async mine(person: string): Promise<SupportRequest[]> {
    return this.views(await rows<RequestRow>(this.db, sql.ofAsker, [person]));
  }

  /** @throws Problem support.not-found for another's */
  async ownOne(actor: Actor, id: string): Promise<SupportRequestDetail> {
    const [found] = await rows<RequestRow>(this.db, sql.oneOfAsker, [id, actor.id]);
    if (!found) throw new Problem('support.not-found');
    return this.detail(this.db, found, false);
  }

  /** @throws Problem support.not-found beyond the official's area */
  async officersOne(tx: Tx, actor: Actor, id: string): Promise<RequestRow> {
    const { communes, provinces, everywhere } = areaOf(actor, 'support.handle');
    const [found] = await rows<RequestRow>(tx, sql.oneInArea, [communes, provinces, everywhere, id]);
    if (!found) throw new Problem('support.not-found');
    return found;
  }

  shown(actor: Actor, id: string, purpose = 'support.read'): Promise<SupportRequestDetail> {
    return inTx(this.db, async (tx) => {
      const found = await this.officersOne(tx, actor, id);
      await looked(tx, actor, found.producer ?? found.id, purpose);
      return this.detail(tx, found, true);
    });
  }

  async queue(
    actor: Actor,
    { state, commune, mine, page }: QueryOf<typeof listSupport>,
  ): Promise<ResultOf<typeof listSupport>> {
    const { communes, provinces, everywhere } = areaOf(actor, 'support.handle');
    const where = [communes, provinces, everywhere, commune ?? null, mine ? actor.id : null];
    const [found, counted] = await Promise.all([
      rows<RequestRow>(this.db, sql.queue, [...where, state, pageSize, (page - 1) * pageSize]),
      rows<{ state: SupportState; total: number; late: number }>(this.db, sql.counts, [...where, this.clock.now()]),
    ]);
    const owners = await this.identity.contacts(found.flatMap(({ owner }) => owner ?? []));
    const views = await this.views(found);
    const counts = {
      open: 0,
      answered: 0,
      closed: 0,
      ...Object.fromEntries(counted.map((one) => [one.state, one.total])),
    };
    const total = counts[state];
    return {
      items: views.map((view, index) => ({ ...view, owner: owners.get(found[index]?.owner ?? '')?.name ?? null })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      counts,
      late: counted.reduce((sum, { late }) => sum + late, 0),
    };
  }

  private async detail(db: DataSource | Tx, found: RequestRow, forOfficial: boolean): Promise<SupportRequestDetail> {
    const [[view], notes] = await Promise.all([
      this.views([found]),
      rows<{ at: Date; side: 'asker' | 'office'; by: string; text: string }>(db, sql.notes, [found.id]),
    ]);
    if (!view) throw new Problem('support.not-found');
    const people = await this.identity.contacts([
      ...new Set([found.asker, found.owner ?? '', ...notes.map(({ by }) => by)].filter(Boolean)),
    ]);
    const asker = people.get(found.asker);
    return {
      ...view,
      owner: found.owner ? { id: found.owner, name: people.get(found.owner)?.name ?? null } : null,
      asker: forOfficial && asker ? asker : null,
      notes: notes.map(({ at, side, by, text }) => ({
        at: at.toISOString(),
        from: side,
        by: people.get(by)?.name ?? null,
        text,
      })),
    };
  }

  private async views(found: RequestRow[]): Promise<SupportRequest[]> {
    const [communes, producers] = await Promise.all([
      this.communes.many([...new Set(found.map(({ commune }) => commune))]),
      this.identity.producers(
        this.db,
        found.flatMap(({ producer }) => producer ?? []),
      ),
    ]);
    const now = this.clock.now();
    return found.map((row) => ({
      id: row.id,
      number: row.number,
      topic: { id: row.topic, title: row.title, hours: row.hours },
      state: row.state,
      commune: { code: row.commune, fullName: communes.get(row.commune)?.fullName ?? row.commune },
      producer: row.producer ? { id: row.producer, name: producers.get(row.producer)?.name ?? '' } : null,
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      late: isLate(row, now),
      closedAt: row.closedAt?.toISOString() ?? null,
      done: row.done,
    }));
  }
}
