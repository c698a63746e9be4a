import type { PaperKind } from '@chophien/contracts';
import { daysBetween, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { remindersDue } from './paper.rules.ts';
import { remindersAt } from './paper.sql.ts';

const actor = system('papers');
/** Papers of one transaction. */
const batch = 200;

interface Ending {
  id: string;
  producer: string;
  commune: string;
  kind: PaperKind;
  expiresOn: string;
}

/**
 * States which papers have ended, and reminds of those that will. What has been done stands with each paper, not with the
 * hour: after an outage nothing is forgotten and nothing said twice.
 */
@Injectable()
export class ExpirePapers {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await whileFull(() => inTx(this.db, (tx) => expire(tx, vietnamDay(now))));
    const reminders = await remindersAt(this.db, now);
    await whileFull(() => inTx(this.db, (tx) => remind(tx, now, reminders)));
  }
}

const whileFull = async (work: () => Promise<number>): Promise<void> => {
  while ((await work()) === batch);
};

/** The day on the paper is its last. */
const expire = async (tx: Tx, today: string): Promise<number> => {
  const ended = await rows<Ending>(tx, expiring, [today]);
  for (const { id, ...fact } of ended) await record(tx, actor, 'paper.expired', id, fact);
  return ended.length;
};

const expiring = `with ended as (
    select id from papers.paper where state = 'verified' and expires_on < $1::date
    order by expires_on, id limit ${batch} for no key update skip locked
  )
  update papers.paper set state = 'expired' from ended where paper.id = ended.id
  returning paper.id, producer, commune, kind, expires_on as "expiresOn"`;

const remind = async (tx: Tx, now: Date, reminders: readonly number[]): Promise<number> => {
  const today = vietnamDay(now);
  const near = await rows<Ending & { had: number[] }>(tx, nearing, [today, reminders]);
  for (const { id, had, ...fact } of near) {
    const days = daysBetween(today, fact.expiresOn);
    const { done, tell } = remindersDue(days, reminders, had);
    await tx.query(
      'insert into papers.reminded (paper, days, at) select $1, unnest($2::smallint[]), $3 on conflict do nothing',
      [id, done, now],
    );
    if (tell) await record(tx, actor, 'paper.expiring', id, { ...fact, days });
  }
  return near.length;
};

const nearing = `select id, producer, commune, kind, expires_on as "expiresOn",
    array(select reminded.days from papers.reminded where reminded.paper = paper.id) as had
  from papers.paper paper
  where state = 'verified' and expires_on >= $1::date
    and exists (select 1 from unnest($2::int[]) as reminder (days) where paper.expires_on - $1::date <= reminder.days
      and not exists (select 1 from papers.reminded where reminded.paper = paper.id and reminded.days = reminder.days))
  order by expires_on, id limit ${batch} for no key update of paper skip locked`;
