import { type BodyOf, type packParcel, Problem, type ProducerParcel } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ChangeParcel } from './change-parcel.ts';
import { packed } from './order.facts.ts';

/** Packed, from the harvest of a day that has been. */
@Injectable()
export class PackParcel {
  constructor(
    private readonly parcels: ChangeParcel,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, parcel: string, { harvestedOn }: BodyOf<typeof packParcel>): Promise<ProducerParcel> {
    const now = this.clock.now();
    if (harvestedOn > vietnamDay(now)) throw notYet();
    return this.parcels.run(actor, {
      parcel,
      to: 'packed',
      change: async (tx, row) => {
        await tx.query(`update ordering.parcel set state = 'packed', packed_at = $2, harvested_on = $3 where id = $1`, [
          parcel,
          now,
          harvestedOn,
        ]);
        await record(tx, actor, 'parcel.packed', parcel, packed(row, harvestedOn));
      },
    });
  }
}

const notYet = (): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'harvestedOn', rule: 'too_big', message: 'a day that has been, not one to come' }],
  });
