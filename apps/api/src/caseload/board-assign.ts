import {
  areaOf,
  type BodyOf,
  type assignCases,
  type listHelpers,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Colleagues, type HelperAt } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

interface Standing {
  id: string;
  hamlet: string | null;
}

/** Who stands beside which household: set one by one or by hamlet, and kept with from when until when. */
@Injectable()
export class AssignHelper {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem caseload.not-found (a commune or household elsewhere), caseload.helper-unknown */
  async run(actor: Actor, body: BodyOf<typeof assignCases>): Promise<ResultOf<typeof assignCases>> {
    const { helper, commune, households, hamlet } = body;
    await this.within(actor, commune);
    return inTx(this.db, async (tx) => {
      const named = await rows<Standing>(
        tx,
        'select id, hamlet from caseload.household where commune = $1 and id = any($2::uuid[]) order by id for update',
        [commune, households],
      );
      if (named.length < new Set(households).size) throw new Problem('caseload.not-found');
      const free = hamlet
        ? await rows<Standing>(
            tx,
            `select id, hamlet from caseload.household where commune = $1 and hamlet = $2 and helper is null
             order by id for update`,
            [commune, hamlet],
          )
        : [];
      const all = [...named, ...free];
      if (helper) {
        const known = (await this.colleagues.helpers(tx, [commune])).find(({ person }) => person === helper);
        if (!known || !all.every((one) => covers(known, one))) throw new Problem('caseload.helper-unknown');
      }
      const ids = all.map(({ id }) => id);
      await handOver(tx, {
        households: ids,
        to: helper,
        by: actor.id ?? 'system',
        why: 'changed',
        at: this.clock.now(),
      });
      return { assigned: ids.length };
    });
  }

  async helpers(actor: Actor, { commune }: QueryOf<typeof listHelpers>): Promise<ResultOf<typeof listHelpers>> {
    if (commune) await this.within(actor, commune);
    const communes = commune ? [commune] : await this.communes.inArea(areaOf(actor, 'household.import'));
    const found = await this.colleagues.helpers(this.db, communes);
    const counted = new Map(
      (
        await rows<{ helper: string; households: number }>(
          this.db,
          'select helper, count(*)::int as households from caseload.household where helper = any($1::uuid[]) group by helper',
          [found.map(({ person }) => person)],
        )
      ).map(({ helper, households }) => [helper, households]),
    );
    return {
      items: found.map(({ person, name, commune: where, hamlets }) => ({
        ...{ id: person, name, commune: where, hamlets },
        households: counted.get(person) ?? 0,
      })),
    };
  }

  private async within(actor: Actor, code: string): Promise<void> {
    const area = areaOf(actor, 'household.import');
    const unit = await this.communes.get(code);
    const mine =
      unit && (area.everywhere || area.communes.includes(unit.code) || area.provinces.includes(unit.province.code));
    if (!mine) throw new Problem('caseload.not-found');
  }
}

const covers = ({ hamlets }: HelperAt, { hamlet }: Standing): boolean => !hamlets || hamlets.includes(hamlet ?? '');

export interface HandOver {
  households: readonly string[];
  /** Null: nobody. */
  to: string | null;
  /** A person's id, or the name of what acts. */
  by: string;
  why: 'changed' | 'left';
  at: Date;
}

/** Ends who stood beside the households and begins who stands there now; planned visits go along. */
export const handOver = async (tx: Tx, { households, to, by, why, at }: HandOver): Promise<void> => {
  await tx.query(
    `update caseload.assignment set until = greatest($2, since), ended_by = $3, ended_why = $4
     where producer = any($1::uuid[]) and until is null and helper is distinct from $5::uuid`,
    [households, at, by, why, to],
  );
  if (to) {
    await tx.query(
      `insert into caseload.assignment (producer, helper, since, given_by) select id, $2, $3, $4 from unnest($1::uuid[]) as id
       on conflict (producer) where until is null do nothing`,
      [households, to, at, by],
    );
  }
  await tx.query(
    `update caseload.visit v set by = $2 from caseload.household h
     where h.id = v.producer and h.id = any($1::uuid[]) and v.visited_on is null and v.dropped_at is null
       and v.by is not distinct from h.helper`,
    [households, to],
  );
  await tx.query('update caseload.household set helper = $2 where id = any($1::uuid[])', [households, to]);
};
