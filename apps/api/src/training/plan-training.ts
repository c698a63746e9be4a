import { areaOf, type BodyOf, type planTraining, Problem, type TrainingSessionDetail } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { TrainingQueries } from './training.queries.ts';

/** Plans a session of a course, or changes one whose time has not come. The same again is the same session. */
@Injectable()
export class PlanTraining {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly training: TrainingQueries,
  ) {}

  async run(actor: Actor, id: string, plan: BodyOf<typeof planTraining>): Promise<TrainingSessionDetail> {
    const { course, commune: code, place, startsAt, endsAt, trainer = actor.id } = plan;
    const commune = await this.communes.get(code);
    const area = await this.communes.inArea(areaOf(actor, 'training.hold'));
    if (!commune || !area.includes(commune.code)) throw new Problem('training.not-found');
    if (startsAt >= endsAt) throw wrong('endsAt', 'later than it begins');
    if (!(await this.training.courses(actor)).some(({ id: known }) => known === course)) {
      throw new Problem('training.course-unknown');
    }
    await inTx(this.db, async (tx) => {
      const [known] = await rows<{ commune: string; cancelled: boolean; attended: boolean }>(
        tx,
        `select commune, cancelled_at is not null as cancelled,
                exists (select 1 from training.attendance a where a.session = s.id) as attended
         from training.session s where id = $1 for update`,
        [id],
      );
      if (known && !area.includes(known.commune)) throw new Problem('training.not-found');
      if (known?.cancelled || known?.attended) throw new Problem('training.ended');
      await tx.query(
        `insert into training.session (id, course, commune, province, place, starts_at, ends_at, trainer, planned_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (id) do update set course = excluded.course, commune = excluded.commune, province = excluded.province,
           place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at, trainer = excluded.trainer`,
        [id, course, commune.code, commune.province.code, place, startsAt, endsAt, trainer, actor.id],
      );
    });
    return this.training.detail(actor, id);
  }
}

const wrong = (field: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'order', message }] });
