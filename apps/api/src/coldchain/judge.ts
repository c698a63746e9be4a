import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ColdchainQueries, type Watched } from './coldchain.queries.ts';
import { detect, type Excursion, settled, type Stretch } from './detector.rules.ts';
import { type Change, compare, type KnownExcursion } from './excursion.rules.ts';
import { judged, known, seconds } from './trace.rules.ts';

const actor = system('cold-chain-detector');

/**
 * Judges the whole time a logger rode with a parcel again and writes down what changed: so late, repeated and disordered
 * readings come to the same as readings in order. What matters is stated: too warm or too cold for too long
 * (`coldchain.breached`); ended, much longer, or withdrawn (`coldchain.revised`).
 */
@Injectable()
export class Judge {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: ColdchainQueries,
  ) {}

  /** Leaves an assignment alone that another process is judging: that one clears what was noted before it began to read. */
  run(id: string): Promise<void> {
    return inTx(this.db, async (tx) => {
      const locked = await rows(tx, 'select 1 from coldchain.assignment where id = $1 for no key update skip locked', [
        id,
      ]);
      if (locked.length === 0) return;
      // Before the readings are read: what is noted after this belongs to the next judgement.
      await rows(tx, 'delete from coldchain.dirty where assignment = $1', [id]);
      const assignment = await this.queries.watched(tx, id);
      if (assignment) await this.judge(tx, assignment);
    });
  }

  private async judge(tx: Tx, assignment: Watched): Promise<void> {
    const now = this.clock.now();
    const { readings, stretches, seenFrom, until } = await this.queries.seen(tx, assignment, now);
    const good = judged(readings);
    const last = good.findLast(({ flagged }) => !flagged);
    const latest = readings.at(-1); // of any channel, good or not: a logger with a broken probe is not silent
    const facts = known(good, stretches, { low: assignment.limitLow, high: assignment.limitHigh }, assignment.storage);
    await rows(tx, keep, [
      assignment.id,
      seenFrom,
      now,
      facts.minimum,
      facts.maximum,
      facts.meanKinetic,
      facts.insideSeconds,
      facts.outsideSeconds,
      last?.celsius ?? null,
      latest ? new Date(latest.at) : null,
    ]);
    await this.write(tx, assignment, this.find(assignment, stretches, until));
  }

  private find(assignment: Watched, stretches: readonly Stretch[], until: number): Excursion[] {
    const found = assignment.alarms.flatMap((alarm) => detect(stretches, alarm));
    const final = assignment.endedAt ? settled(found, until) : found;
    return final.map((one) => ({ ...one, outside: seconds(one.outside) * 1_000 })); // as it is kept, to be compared
  }

  private async write(tx: Tx, assignment: Watched, found: readonly Excursion[]): Promise<void> {
    for (const change of compare(await this.queries.excursionsOf(tx, assignment.id), found)) {
      if (change.kind === 'new') await this.open(tx, assignment, change.excursion);
      else if (change.kind === 'withdrawn') await this.withdraw(tx, assignment, change.excursion);
      else await this.change(tx, assignment, change);
    }
  }

  private async open(tx: Tx, assignment: Watched, excursion: Excursion): Promise<void> {
    const id = randomUUID();
    const { side, from, peak, outside } = excursion;
    const alarm = assignment.alarms.find((one) => one.side === side);
    if (!alarm) throw new Error(`an excursion on a side without a rule: ${side}`);
    await rows(
      tx,
      `insert into coldchain.excursion
         (id, assignment, parcel, rule, side, limit_celsius, started_at, confirmed_at, ended_at, peak, out_seconds, state, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)`,
      [id, assignment.id, assignment.parcel, alarm.id, side, alarm.limit, ...stored(excursion)],
    );
    await this.say(tx, id, excursion, excursion.state);
    await record(tx, actor, 'coldchain.breached', assignment.parcel, {
      excursion: id,
      shipment: assignment.shipment,
      device: assignment.device,
      commune: assignment.commune,
      side,
      limit: alarm.limit,
      peak,
      from: new Date(from).toISOString(),
      seconds: seconds(outside),
    });
    // Readings that came late tell the beginning and the end at once.
    if (excursion.until !== null) await this.revised(tx, assignment, id, excursion, false);
  }

  private async change(tx: Tx, assignment: Watched, change: Extract<Change, { kind: 'changed' }>): Promise<void> {
    const { id, excursion, material } = change;
    await rows(tx, update, [id, ...stored(excursion), material ? 1 : 0]);
    if (!material) return;
    await this.say(tx, id, excursion, excursion.state);
    await this.revised(tx, assignment, id, excursion, false);
  }

  private async withdraw(tx: Tx, assignment: Watched, excursion: KnownExcursion): Promise<void> {
    const { id } = excursion;
    await rows(tx, `update coldchain.excursion set state = 'withdrawn', revision = revision + 1 where id = $1`, [id]);
    await this.say(tx, id, excursion, 'withdrawn');
    await this.revised(tx, assignment, id, excursion, true);
  }

  private async say(tx: Tx, id: string, { from, until, peak, outside }: Excursion, state: string): Promise<void> {
    await rows(
      tx,
      `insert into coldchain.excursion_revision (excursion, revision, started_at, ended_at, peak, out_seconds, state, at)
       select id, revision, $2, $3, $4, $5, $6, $7 from coldchain.excursion where id = $1`,
      [id, new Date(from), until === null ? null : new Date(until), peak, seconds(outside), state, this.clock.now()],
    );
  }

  private revised(tx: Tx, { parcel }: Watched, id: string, now: Excursion, withdrawn: boolean): Promise<void> {
    return record(tx, actor, 'coldchain.revised', parcel, {
      excursion: id,
      seconds: withdrawn ? 0 : seconds(now.outside),
      peak: now.peak,
      until: now.until === null ? null : new Date(now.until).toISOString(),
      withdrawn,
    });
  }
}

const stored = ({ from, confirmed, until, peak, outside, state }: Excursion): unknown[] => [
  new Date(from),
  new Date(confirmed),
  until === null ? null : new Date(until),
  peak,
  seconds(outside),
  state,
];

const keep = `update coldchain.assignment set seen_from = $2, judged_at = $3, minimum = $4, maximum = $5, mean_kinetic = $6,
    inside_seconds = $7, outside_seconds = $8, last_celsius = $9, last_at = $10 where id = $1`;
const update = `update coldchain.excursion set started_at = $2, confirmed_at = $3, ended_at = $4, peak = $5,
    out_seconds = $6, state = $7, revision = revision + $8 where id = $1`;
