import { areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';

export type ApplicationsWaiting = Record<'submitted' | 'mine' | 'returned' | 'wishes', Waiting>;

/** How many applications of an officer's area wait for what: one statement, each part by an index of its own. */
@Injectable()
export class WaitingApplications {
  constructor(private readonly db: DataSource) {}

  async of(actor: Actor): Promise<ApplicationsWaiting> {
    const { communes, provinces } = areaOf(actor, 'application.decide');
    const found = await rows<Waiting & { what: keyof ApplicationsWaiting }>(this.db, counting, [
      communes,
      provinces,
      actor.id,
    ]);
    const of = (what: keyof ApplicationsWaiting) => found.find((one) => one.what === what) ?? nothing;
    return { submitted: of('submitted'), mine: of('mine'), returned: of('returned'), wishes: of('wishes') };
  }
}

const inArea = '(a.commune = any($1::text[]) or a.province = any($2::text[]))';
const counted = (what: string, since: string, from: string): string =>
  `select '${what}' as what, count(*)::int as total, 0 as late, min(${since}) as oldest from ${from}`;

/** Nothing sets a time for a decision, so none is late; what has waited longest is told by its days. */
const counting = [
  counted('submitted', 'a.status_since', `onboarding.application a where ${inArea} and a.status = 'submitted'`),
  counted(
    'mine',
    'a.status_since',
    `onboarding.application a where ${inArea} and a.status = 'in-review' and a.reviewer = $3::uuid`,
  ),
  counted('returned', 'a.status_since', `onboarding.application a where ${inArea} and a.status = 'returned'`),
  // From the few wishes to their applications, never the other way round.
  counted(
    'wishes',
    'w.at',
    `(select producer, min(wish_at) as at from onboarding.answer where wish is not null group by producer) w
     cross join lateral (
       select 1 from onboarding.application a
       where a.id = w.producer and ${inArea} and a.status in ('approved', 'active', 'suspended') offset 0
     ) here`,
  ),
].join(' union all ');
