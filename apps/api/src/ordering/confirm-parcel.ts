import type { ProducerParcel } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ChangeParcel } from './change-parcel.ts';
import { confirmed } from './order.facts.ts';

/** The producer accepts. */
@Injectable()
export class ConfirmParcel {
  constructor(
    private readonly parcels: ChangeParcel,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string): Promise<ProducerParcel> {
    return this.parcels.run(actor, {
      parcel,
      to: 'confirmed',
      change: async (tx, row) => {
        const now = this.clock.now();
        await tx.query(`update ordering.parcel set state = 'confirmed', confirmed_at = $2 where id = $1`, [
          parcel,
          now,
        ]);
        await record(tx, actor, 'parcel.confirmed', parcel, confirmed(row));
      },
    });
  }
}
