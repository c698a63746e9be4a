import { areaOf, type findTrainees, type QueryOf, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { TrainingQueries } from './training.queries.ts';

/** Households of the actor's communes by name, with what training knows of each; the look is noted. */
@Injectable()
export class FindTrainees {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly training: TrainingQueries,
  ) {}

  async run(actor: Actor, { q, page }: QueryOf<typeof findTrainees>): Promise<ResultOf<typeof findTrainees>> {
    const communes = await this.communes.inArea(areaOf(actor, 'training.hold'));
    const skills = await this.training.skills();
    return inTx(this.db, async (tx) => {
      const { items, ...pages } = await this.identity.find(tx, { communes, words: q, page });
      const ids = items.map(({ id }) => id);
      if (ids.length > 0) await looked(tx, actor, ids, 'training.find');
      const known = await rows<{ id: string; trained: boolean; shown: number }>(
        tx,
        `select id, exists (select 1 from training.attendance a where a.producer = id) as trained,
                (select count(*)::int from training.skill_shown s where s.producer = id and s.skill = any($2::text[])) as shown
         from unnest($1::uuid[]) as id`,
        [ids, skills.map(({ id }) => id)],
      );
      const byId = new Map(known.map((one) => [one.id, one]));
      return {
        items: items.map(({ id, name, subArea }) => ({
          id,
          name,
          hamlet: subArea,
          trained: byId.get(id)?.trained ?? false,
          skilled: byId.get(id)?.shown === skills.length,
        })),
        ...pages,
      };
    });
  }
}
