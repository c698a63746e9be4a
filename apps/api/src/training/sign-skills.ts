import { areaOf, Problem, type SkillSheet } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity, type ProducerRecord } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { TrainingQueries } from './training.queries.ts';

/** A trainer signs what she saw a household do by itself. What is signed stays signed. */
@Injectable()
export class SignSkills {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly training: TrainingQueries,
  ) {}

  /** The sheet of a household of the actor's area; the look is noted. */
  async sheet(actor: Actor, id: string): Promise<SkillSheet> {
    const household = await this.household(actor, id, 'training.read');
    await inTx(this.db, (tx) => looked(tx, actor, id, 'training.skills'));
    return this.training.sheet(household);
  }

  async run(actor: Actor, id: string, signed: readonly string[]): Promise<SkillSheet> {
    const household = await this.household(actor, id, 'skills.sign');
    const skills = await this.training.skills();
    const unknown = signed.find((skill) => !skills.some((known) => known.id === skill));
    if (unknown) throw new Problem('training.skill-unknown', { skill: unknown });
    const day = this.training.today();
    await inTx(this.db, async (tx) => {
      const fresh = await rows(
        tx,
        `insert into training.skill_shown (producer, skill, trainer, at)
         select $1, skill, $3, $4 from unnest($2::text[]) as skill on conflict do nothing returning skill`,
        [id, signed, actor.id, this.clock.now()],
      );
      if (fresh.length === 0) return;
      const shown = await rows<{ skill: string }>(tx, 'select skill from training.skill_shown where producer = $1', [
        id,
      ]);
      const complete = skills.every((skill) => shown.some((one) => one.skill === skill.id));
      const { commune } = household;
      await record(tx, actor, 'skills.signed', id, { producer: id, commune, complete, by: actor.id as string, day });
    });
    return this.training.sheet(household);
  }

  /** @throws Problem training.not-found beyond the actor's area */
  private async household(actor: Actor, id: string, right: 'training.read' | 'skills.sign'): Promise<ProducerRecord> {
    const [household, area] = await Promise.all([
      this.identity.producer(this.db, id),
      this.communes.inArea(areaOf(actor, right)),
    ]);
    if (!household || !area.includes(household.commune)) throw new Problem('training.not-found');
    return household;
  }
}
