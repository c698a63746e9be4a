import type { DelegableRight, DelegationView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type DelegationEvidence, delegationSentence, latestDay } from './delegation.rules.ts';
import { called } from './household.rules.ts';

interface Row {
  id: string;
  producer: string;
  commune: string;
  giver: string;
  personName: string | null;
  personPhone: string | null;
  cooperative: string | null;
  rights: DelegableRight[];
  from: Date;
  to: Date;
  endedAt: Date | null;
  evidence: DelegationEvidence;
}

export type Delegated = DelegationView & { commune: string };

/** Delegations, each with its sentence. */
@Injectable()
export class DelegationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What a household gave: what holds first, then the newest of what is over. */
  givenBy(producer: string): Promise<Delegated[]> {
    return this.list(
      'd.producer = $2 order by (d.ended_at is null and d.valid_until > $1) desc, d.valid_from desc limit 60',
      [producer],
    );
  }

  async one(id: string): Promise<Delegated | undefined> {
    return (await this.list('d.id = $2', [id]))[0];
  }

  /** What somebody may do now for others, by herself or as a manager of a cooperative; for whomever she acts just now. */
  heldBy(person: string): Promise<Delegated[]> {
    return this.list(
      `(d.person = $2 or d.receiver in (select g.producer from identity.access_grant g where g.person = $2
          and g.role = 'cooperative-manager' and g.valid_from <= $1 and (g.valid_until is null or g.valid_until > $1)))
        and ${holds} order by p.folded, d.valid_from`,
      [person],
    );
  }

  /** What a cooperative may do now for these households. */
  heldFor(cooperative: string): Promise<Delegated[]> {
    return this.list(`d.receiver = $2 and ${holds} order by p.folded, d.valid_from`, [cooperative]);
  }

  /** What these households let others do now, by household. */
  async ofAll(producers: readonly string[]): Promise<Map<string, Delegated[]>> {
    const all = await this.list(`d.producer = any($2::uuid[]) and ${holds} order by d.valid_from`, [producers]);
    return Map.groupBy(all, ({ producer }) => producer);
  }

  /** The last day a delegation given today may hold. */
  async latest(db: DataSource | Tx = this.db): Promise<string> {
    const today = vietnamDay(this.clock.now());
    const [limit] = await rows<{ months: number }>(
      db,
      'select months from identity.delegation_limit where valid_from <= $1 order by valid_from desc limit 1',
      [today],
    );
    if (!limit) throw new Error('no row says how long a delegation may last');
    return latestDay(today, limit.months);
  }

  private async list(which: string, values: readonly unknown[]): Promise<Delegated[]> {
    const now = this.clock.now();
    const found = await rows<Row>(this.db, `${columns} where $1::timestamptz is not null and ${which}`, [
      now,
      ...values,
    ]);
    return found.map((row) => view(row, now));
  }
}

const holds = 'd.ended_at is null and d.valid_until > $1';

const columns = `select d.id, d.producer, p.commune, p.name as giver, h.name as "personName", h.phone as "personPhone",
    c.name as cooperative, d.rights, d.valid_from as "from", d.valid_until as "to", d.ended_at as "endedAt", d.evidence
  from identity.delegation d join identity.producer p on p.id = d.producer
    left join identity.person h on h.id = d.person left join identity.producer c on c.id = d.receiver`;

const view = (row: Row, now: Date): Delegated => {
  const { id, producer, commune, giver, rights, evidence, endedAt, from, to } = row;
  const receiver = row.cooperative ?? called(row.personName, row.personPhone);
  const until = vietnamDay(new Date(to.getTime() - 1));
  return {
    id,
    producer,
    commune,
    giver,
    receiver,
    toCooperative: row.cooperative !== null,
    rights,
    sentence: delegationSentence({
      giver,
      receiver,
      rights,
      from: vietnamDay(from),
      until,
      evidence,
      ended: endedAt && vietnamDay(endedAt),
    }),
    from: from.toISOString(),
    until,
    state: endedAt ? 'ended' : to <= now ? 'expired' : 'holds',
    evidence,
  };
};
