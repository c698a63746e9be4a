import { areaOf, Problem, type TrainingSessionDetail } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { attend } from './attend.ts';
import { TrainingQueries } from './training.queries.ts';
import { mustBeOpen } from './training.rules.ts';

/** Enters households from the paper list; each must be of a commune where the actor trains. */
@Injectable()
export class EnterAttendees {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly training: TrainingQueries,
  ) {}

  async run(actor: Actor, id: string, producers: readonly string[]): Promise<TrainingSessionDetail> {
    const area = await this.communes.inArea(areaOf(actor, 'training.hold'));
    const limits = await this.training.limits();
    await inTx(this.db, async (tx) => {
      const session = await this.training.row(tx, actor, { id, right: 'training.hold' });
      mustBeOpen(session, limits, this.clock.now());
      const known = await this.identity.producers(tx, producers);
      const households = producers.map((producer) => known.get(producer));
      const here = households.filter((one) => one !== undefined && area.includes(one.commune));
      if (here.length < households.length) throw new Problem('training.not-found');
      const day = vietnamDay(session.startsAt);
      const attending = {
        session: id,
        course: session.title,
        day,
        how: 'list',
        person: null,
        at: this.clock.now(),
      } as const;
      await attend(tx, actor, attending, here as { id: string; commune: string }[]);
    });
    return this.training.detail(actor, id);
  }

  /** Takes back an entry made by mistake. Twice is once. */
  async remove(actor: Actor, id: string, producer: string): Promise<TrainingSessionDetail> {
    const limits = await this.training.limits();
    await inTx(this.db, async (tx) => {
      const session = await this.training.row(tx, actor, { id, right: 'training.hold' });
      mustBeOpen(session, limits, this.clock.now());
      await tx.query('delete from training.attendance where session = $1 and producer = $2', [id, producer]);
    });
    return this.training.detail(actor, id);
  }
}
