import type { getAttendanceCode, ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { Clock } from '../platform/time.ts';
import { codeNow } from './attendance-code.ts';
import { TrainingQueries } from './training.queries.ts';
import { mustBeOpen } from './training.rules.ts';

/** The code for the wall of a session that is being held. `path` is what its QR opens on the storefront. */
@Injectable()
export class ShowCode {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly training: TrainingQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<ResultOf<typeof getAttendanceCode>> {
    const session = await this.training.row(this.db, actor, { id, right: 'training.hold' });
    const limits = await this.training.limits();
    const now = this.clock.now();
    mustBeOpen(session, { ...limits, correctDays: 0 }, now);
    const { code, expiresAt } = codeNow(id, limits, now);
    return { code, path: `/tap-huan/${id}?ma=${code}`, expiresAt: expiresAt.toISOString() };
  }
}
