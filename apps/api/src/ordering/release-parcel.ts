import { type BodyOf, done, Problem, type releaseParcel, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { parcelFacts } from './order.facts.ts';
import { notFound } from './order.queries.ts';
import { type ParcelRow, parcelsById } from './order.sql.ts';

/** An officer of the producer's area has looked at the goods and lifts the cold-chain hold. */
@Injectable()
export class ReleaseParcel {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, { finding }: BodyOf<typeof releaseParcel>): Promise<typeof done> {
    const { communes, provinces } = areaOf(actor, 'parcel.watch');
    return inTx(this.db, async (tx) => {
      const [mine] = await rows(tx, lock, [parcel, communes, provinces]);
      if (!mine) throw notFound();
      const released = await rows<{ finding: string }>(tx, release, [parcel, this.clock.now(), actor.id, finding]);
      const [row] = await rows<ParcelRow>(tx, parcelsById, [[parcel]]);
      if (released.length > 0 && row) {
        await record(tx, actor, 'parcel.released', parcel, { ...parcelFacts(row), finding });
      } else if (!(await this.saidBefore(tx, parcel, finding))) {
        throw new Problem('ordering.illegal-step', { from: row?.state, to: 'released' });
      }
      return done;
    });
  }

  /** The same tap, again. */
  private async saidBefore(tx: Parameters<typeof rows>[0], parcel: string, finding: string): Promise<boolean> {
    const same = 'select 1 from ordering.parcel_hold where parcel_id = $1 and finding = $2';
    return (await rows(tx, same, [parcel, finding])).length > 0;
  }
}

const lock = `select id from ordering.parcel
  where id = $1 and (commune = any($2::text[]) or province = any($3::text[])) for update`;
const release = `update ordering.parcel_hold set released_at = $2, released_by = $3, finding = $4
  where parcel_id = $1 and released_at is null returning finding`;
