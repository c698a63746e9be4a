import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';
import { inSight, sightClause, sightOf } from './board.rules.ts';

/** What pages may ask of caseload. */
@Injectable()
export class Caseload {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** Households of the asker's part that were to be visited before today. */
  async visitsOverdue(actor: Actor): Promise<Waiting> {
    const sight = sightOf(actor);
    const { by, values } = sightClause(sight, await this.communes.inArea(sight.area));
    const [found] = await rows<{ total: number; oldest: Date | null }>(
      this.db,
      `select count(*)::int as total, min(h.next_visit)::timestamp at time zone 'Asia/Ho_Chi_Minh' as oldest
       from caseload.household h where ${inSight(by, 1)} and h.next_visit < $4::date`,
      [...values, vietnamDay(this.clock.now())],
    );
    return found ? { ...found, late: found.total } : nothing;
  }
}
