import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ruleOf } from './certificate.sql.ts';
import { settleStars } from './settle-stars.ts';

const actor = system('catalogue');

interface Ending {
  id: string;
  producer: string;
  commune: string;
  kind: string;
  number: string;
  validTo: string;
  days: number;
}

/**
 * A new day: stars of certificates that are over leave the cards, and who holds one is told once when its end comes near and
 * once when it is there. Nights that were missed are caught up with by the next one.
 */
@Injectable()
export class TurnCertificates {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = vietnamDay(this.clock.now());
    await inTx(this.db, async (tx) => {
      for (const { id, ...change } of await settleStars(tx, null, today)) {
        await record(tx, actor, 'listing.changed', id, { ...change, changed: ['certificates'] });
      }
    });
    await inTx(this.db, async (tx) => {
      for (const { id, ...ending } of await rows<Ending>(tx, told, [today])) {
        await record(tx, actor, 'certificate.ending', id, ending);
      }
    });
  }
}

const told = `with due as (
    select paper.id, case when paper.valid_to < $1::date then 'expired' else 'expiring' end as now
    from catalogue.certificate paper cross join lateral ${ruleOf('paper.kind', 'paper.issued_on')} as rule
    where paper.decision = 'verified' and paper.valid_to <= $1::date + rule.warn_days
  )
  update catalogue.certificate paper set told = due.now from due
  where paper.id = due.id and paper.told is distinct from due.now
  returning paper.id, paper.producer, paper.commune, paper.kind, paper.number, paper.valid_to as "validTo",
    greatest(0, paper.valid_to - $1::date) as days`;
