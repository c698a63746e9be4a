import {
  areaOf,
  type listPapersToCheck,
  type getPaperToCheck,
  isCitizenCard,
  type PaperKind,
  type PaperView,
  Problem,
  producersOf,
  type QueryOf,
  type ResultOf,
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
import { isSingle, mayCheck, maySee } from './paper.rules.ts';
import { ofArea, type PaperRow, paperColumns, paperView, remindersAt, toCheck } from './paper.sql.ts';

const pageSize = 24;
type Show = QueryOf<typeof listPapersToCheck>['show'];

/** What is known of papers; their pages are read by read-page.ts. */
@Injectable()
export class PaperQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** Of some producers, newest first; taken-back ones are left out. */
  async ofAll(db: DataSource | Tx, producers: readonly string[]): Promise<PaperView[]> {
    const now = this.clock.now();
    return (await rows<PaperRow>(db, ofProducers, [producers])).map((row) => paperView(row, now));
  }

  /** Those that hold today: verified, and not past their last day. */
  async verified(db: DataSource | Tx, producer: string, kinds: readonly PaperKind[]): Promise<PaperView[]> {
    const now = this.clock.now();
    const found = await rows<PaperRow>(db, holding, [producer, kinds, vietnamDay(now)]);
    return found.map((row) => paperView(row, now));
  }

  /** What someone who acts for the producer sees: a delegate no citizen card that another handed in. */
  async mine(actor: Actor, producer: string): Promise<PaperView[]> {
    if (!producersOf(actor, 'paper.hand-in').includes(producer)) throw new Problem('papers.not-found');
    const now = this.clock.now();
    const found = await rows<PaperRow>(this.db, ofProducers, [[producer]]);
    return found.filter((row) => maySee(actor, row)).map((row) => paperView(row, now));
  }

  async get(actor: Actor, producer: string, id: string): Promise<PaperView> {
    const found = (await this.mine(actor, producer)).find((paper) => paper.id === id);
    if (!found) throw new Problem('papers.not-found');
    return found;
  }

  /** An officer's queue. Names and numbers are personal data: the look is noted. */
  async queue(actor: Actor, query: QueryOf<typeof listPapersToCheck>): Promise<ResultOf<typeof listPapersToCheck>> {
    const { show, kind, commune, page } = query;
    const now = this.clock.now();
    const soon = await this.soon(now);
    const area = ofArea(areaOf(actor, 'paper.check'));
    const narrowed = [...area, soon, kind ?? null, commune ?? null];
    const [[counts], [counted], found] = await Promise.all([
      rows<{ waiting: number; expiring: number; expired: number }>(this.db, counting, [...area, soon]),
      rows<{ total: number }>(this.db, totals[show], narrowed),
      rows<PaperRow>(this.db, lists[show], [...narrowed, pageSize, (page - 1) * pageSize]),
    ]);
    const total = counted?.total ?? 0;
    if (found.length > 0) {
      const subjects = [...new Set(found.map(({ producer }) => producer))];
      await inTx(this.db, (tx) => looked(tx, actor, subjects, 'paper.queue'));
    }
    return {
      items: await this.named(found, now),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      counts: counts ?? { waiting: 0, expiring: 0, expired: 0 },
    };
  }

  /** One paper of an officer's area; the look is noted. */
  async toCheck(actor: Actor, id: string): Promise<ResultOf<typeof getPaperToCheck>> {
    const now = this.clock.now();
    const row = await this.checkable(this.db, actor, id);
    await inTx(this.db, (tx) => looked(tx, actor, row.producer, 'paper.check'));
    const area = ofArea(areaOf(actor, 'paper.check'));
    const [others, [next], [item]] = await Promise.all([
      rows<PaperRow>(this.db, ofProducers, [[row.producer]]),
      rows<{ id: string }>(this.db, nextWaiting, [...area, row.handedInAt, id]),
      this.named([row], now),
    ]);
    const held = (one: PaperRow) => one.kind === row.kind && (one.state === 'verified' || one.state === 'expired');
    const before = isCitizenCard(row.kind)
      ? undefined
      : others.find((one) => one.id !== id && (isSingle(row.kind) ? held(one) : one.id === row.replaces));
    if (!item) throw new Problem('papers.not-found');
    return { ...item, before: before ? paperView(before, now) : null, next: next?.id ?? null };
  }

  /** @throws Problem papers.not-found for a paper of elsewhere, and for a citizen card that does not wait for this officer */
  async checkable(db: DataSource | Tx, actor: Actor, id: string): Promise<PaperRow> {
    const [row] = await rows<PaperRow>(db, ofOfficer, [...ofArea(areaOf(actor, 'paper.check')), id]);
    if (!row || !mayCheck(actor, row)) throw new Problem('papers.not-found');
    return row;
  }

  private async soon(now: Date): Promise<string> {
    const [farthest = 0] = await remindersAt(this.db, now);
    return vietnamDay(new Date(now.getTime() + farthest * 86_400_000));
  }

  private async named(found: PaperRow[], now: Date) {
    const [producers, communes] = await Promise.all([
      this.identity.producers(this.db, [...new Set(found.map(({ producer }) => producer))]),
      this.communes.many([...new Set(found.map(({ commune }) => commune))]),
    ]);
    return found.map((row) => ({
      ...paperView(row, now),
      producerName: producers.get(row.producer)?.name ?? '',
      commune: { code: row.commune, name: communes.get(row.commune)?.name ?? row.commune },
    }));
  }
}

const ofProducers = `select ${paperColumns} from papers.paper paper
  where paper.producer = any($1::uuid[]) and paper.state <> 'taken-back' order by paper.handed_in_at desc, paper.id`;

const holding = `select ${paperColumns} from papers.paper paper
  where paper.producer = $1 and paper.kind = any($2::text[]) and paper.state = 'verified'
    and (paper.expires_on is null or paper.expires_on >= $3) order by paper.handed_in_at desc, paper.id`;

const ofOfficer = `select ${paperColumns} from papers.paper paper
  where (paper.commune = any($1::text[]) or paper.province = any($2::text[]) or $3::boolean)
    and paper.id = $4 and paper.state <> 'taken-back'`;

/** $4: the last day that is soon. */
const shows: Record<Show, { where: string; order: string }> = {
  waiting: { where: `paper.state = 'waiting'`, order: 'paper.handed_in_at, paper.id' },
  expiring: { where: `paper.state = 'verified' and paper.expires_on <= $4::date`, order: 'paper.expires_on, paper.id' },
  expired: { where: `paper.state = 'expired'`, order: 'paper.expires_on, paper.id' },
};

const counting = `select
  count(*) filter (where ${shows.waiting.where})::int as waiting,
  count(*) filter (where ${shows.expiring.where})::int as expiring,
  count(*) filter (where ${shows.expired.where})::int as expired
  from papers.paper paper where ${toCheck}
    and (paper.state in ('waiting', 'expired') or paper.state = 'verified' and paper.expires_on <= $4::date)`;

const from = (show: Show): string => `from papers.paper paper where ${toCheck} and ${shows[show].where}
  and $4::date is not null and ($5::text is null or paper.kind = $5) and ($6::text is null or paper.commune = $6)`;
const each = (text: (show: Show) => string): Record<Show, string> => ({
  waiting: text('waiting'),
  expiring: text('expiring'),
  expired: text('expired'),
});
const totals = each((show) => `select count(*)::int as total ${from(show)}`);
const lists = each((show) => `select ${paperColumns} ${from(show)} order by ${shows[show].order} limit $7 offset $8`);

const nextWaiting = `select paper.id from papers.paper paper
  where ${toCheck} and paper.state = 'waiting' and paper.id <> $5
  order by (paper.handed_in_at, paper.id) > ($4::timestamptz, $5::uuid) desc, paper.handed_in_at, paper.id limit 1`;
