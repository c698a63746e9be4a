import {
  areaOf,
  type ComplaintDetail,
  type ComplaintState,
  type listComplaints,
  type listComplaintsAboutMe,
  type listMyComplaints,
  type listOrderComplaints,
  Problem,
  producersOf,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { type ComplaintRow, keyOf } from './complaint-row.ts';
import * as sql from './complaint.sql.ts';
import { ComplaintViews } from './complaint.views.ts';

const pageSize = 20;

/** Whose each complaint is; another's is not found. Each look of an official is noted. */
@Injectable()
export class ComplaintQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ordering: Ordering,
    private readonly views: ComplaintViews,
  ) {}

  topics(): Promise<{ id: string; title: string; workingDays: number; legalRef: string }[]> {
    return rows(this.db, sql.topics, [vietnamDay(this.clock.now())]);
  }

  /** For whoever complained: signed in, or with its key. @throws Problem complaints.not-found */
  async own(db: DataSource | Tx, actor: Actor, number: string, key: string | undefined): Promise<ComplaintRow> {
    const [found] = await rows<ComplaintRow>(db, sql.byNumber, [number]);
    const hers = found && actor.id !== null && found.complainant === actor.id;
    if (!found || !(hers || (key && equalConstantTime(key, keyOf(found.id))))) throw notFound();
    return found;
  }

  async ownOne(actor: Actor, number: string, key: string | undefined): Promise<ComplaintDetail> {
    return this.views.detail(this.db, await this.own(this.db, actor, number, key), 'complainant');
  }

  async mine(actor: Actor): Promise<ResultOf<typeof listMyComplaints>> {
    return { items: await this.views.many(await rows<ComplaintRow>(this.db, sql.ofComplainant, [actor.id])) };
  }

  async ofOrder(code: string, key: string): Promise<ResultOf<typeof listOrderComplaints>> {
    const order = await this.ordering.page(code, { key });
    const views = await this.views.many(await rows<ComplaintRow>(this.db, sql.ofOrder, [order.id]));
    return { items: views.map((view) => ({ ...view, key: keyOf(view.id) })) };
  }

  /** @throws Problem complaints.not-found about another's household */
  async producersOne(db: DataSource | Tx, actor: Actor, id: string): Promise<ComplaintRow> {
    const [found] = await rows<ComplaintRow>(db, sql.oneOfProducers, [id, producersOf(actor, 'complaint.answer')]);
    if (!found) throw notFound();
    return found;
  }

  async aboutOne(actor: Actor, id: string): Promise<ComplaintDetail> {
    return this.views.detail(this.db, await this.producersOne(this.db, actor, id), 'producer');
  }

  async about(
    actor: Actor,
    { page }: QueryOf<typeof listComplaintsAboutMe>,
  ): Promise<ResultOf<typeof listComplaintsAboutMe>> {
    const mine = producersOf(actor, 'complaint.answer');
    const [found, [counted]] = await Promise.all([
      rows<ComplaintRow>(this.db, sql.ofProducers, [mine, pageSize, (page - 1) * pageSize]),
      rows<{ total: number }>(this.db, sql.countOfProducers, [mine]),
    ]);
    return { items: await this.views.owned(found), ...paged(counted?.total ?? 0, page) };
  }

  /** @throws Problem complaints.not-found beyond the official's area */
  async officersOne(tx: Tx, actor: Actor, id: string): Promise<ComplaintRow> {
    const { communes, provinces, everywhere } = areaOf(actor, 'complaint.handle');
    const [found] = await rows<ComplaintRow>(tx, sql.oneInArea, [communes, provinces, everywhere, id]);
    if (!found) throw notFound();
    return found;
  }

  shown(actor: Actor, id: string, purpose = 'complaint.read'): Promise<ComplaintDetail> {
    return inTx(this.db, async (tx) => {
      const found = await this.officersOne(tx, actor, id);
      await looked(tx, actor, found.orderId ?? found.producer, purpose);
      return this.views.detail(tx, found, 'official');
    });
  }

  async queue(
    actor: Actor,
    { state, commune, mine, late, page }: QueryOf<typeof listComplaints>,
  ): Promise<ResultOf<typeof listComplaints>> {
    const { communes, provinces, everywhere } = areaOf(actor, 'complaint.handle');
    const now = this.clock.now();
    const where = [communes, provinces, everywhere, commune ?? null, mine ? actor.id : null, late ? now : null];
    const [found, counted] = await Promise.all([
      rows<ComplaintRow>(this.db, sql.queue, [...where, state, pageSize, (page - 1) * pageSize]),
      rows<{ state: ComplaintState; total: number; late: number }>(this.db, sql.counts, [...where, now]),
    ]);
    const totals = Object.fromEntries(counted.map((one) => [one.state, one.total]));
    const counts = { open: 0, answered: 0, decided: 0, ...totals };
    return {
      items: await this.views.owned(found),
      ...paged(counts[state], page),
      counts,
      late: counted.reduce((sum, one) => sum + one.late, 0),
    };
  }
}

export const notFound = (): Problem => new Problem('complaints.not-found');

const paged = (total: number, page: number) => ({ total, page, pages: Math.max(1, Math.ceil(total / pageSize)) });
