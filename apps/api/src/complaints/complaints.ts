import { areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';

type Kind = 'open' | 'escalated';

/** What other contexts may ask of complaints. */
@Injectable()
export class Complaints {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** How many wait in an officer's area; escalated ones for the province alone. */
  async waiting(actor: Actor): Promise<Record<Kind, Waiting>> {
    const { communes, provinces } = areaOf(actor, 'complaint.handle');
    const found = await rows<Waiting & { what: Kind }>(this.db, counting, [communes, provinces, this.clock.now()]);
    const of = (what: Kind) => found.find((one) => one.what === what) ?? nothing;
    return { open: of('open'), escalated: of('escalated') };
  }
}

const counting = `
select 'open' as what, count(*)::int as total, count(*) filter (where due_at < $3)::int as late, min(opened_at) as oldest
from complaints.complaint where state <> 'decided' and (commune = any($1::text[]) or province = any($2::text[]))
union all
select 'escalated', count(*)::int, count(*)::int, min(opened_at)
from complaints.complaint where state <> 'decided' and escalated_at is not null and province = any($2::text[])`;
