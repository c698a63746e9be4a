import { type BodyOf, belongsTo, Problem, type ResultOf, type attendTraining } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Limits as Rate } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { attend } from './attend.ts';
import { isCode } from './attendance-code.ts';
import { type SessionRow, TrainingQueries } from './training.queries.ts';
import { mustBeOpen } from './training.rules.ts';
import * as sql from './training.sql.ts';

/** Guessing six digits is hopeless within ten tries. */
const tries = { points: 10, seconds: 3_600 };

/** Someone in the room says that her household is there; the code on the wall proves it. Twice is once. */
@Injectable()
export class AttendTraining {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rate: Rate,
    private readonly identity: Identity,
    private readonly training: TrainingQueries,
  ) {}

  async run(
    actor: Actor,
    id: string,
    { code, producer }: BodyOf<typeof attendTraining>,
  ): Promise<ResultOf<typeof attendTraining>> {
    if (!belongsTo(actor, producer)) throw new Problem('training.not-found');
    const [[session], household, limits] = await Promise.all([
      rows<SessionRow>(this.db, `${sql.session} where s.id = $1`, [id]),
      this.identity.producer(this.db, producer),
      this.training.limits(),
    ]);
    if (!session || !household) throw new Problem('training.not-found');
    const now = this.clock.now();
    await this.rate.take('training attendance', actor.id ?? '', tries);
    mustBeOpen(session, { ...limits, correctDays: 0 }, now);
    if (!isCode(id, code, limits, now)) throw new Problem('training.code-wrong');
    const day = vietnamDay(session.startsAt);
    const attending = { session: id, course: session.title, day, how: 'qr', person: actor.id, at: now } as const;
    await inTx(this.db, (tx) => attend(tx, actor, attending, [household]));
    return { course: session.title, day };
  }
}
