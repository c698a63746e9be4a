import type { BodyOf, ProducerParcel, refuseParcel } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { ChangeParcel } from './change-parcel.ts';
import { endParcel } from './end-parcel.ts';

/** The producer can't, and why: stock and money go back. When that was the last parcel, the order is cancelled. */
@Injectable()
export class RefuseParcel {
  constructor(
    private readonly parcels: ChangeParcel,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, { reason }: BodyOf<typeof refuseParcel>): Promise<ProducerParcel> {
    return this.parcels.run(actor, {
      parcel,
      to: 'cancelled',
      change: (tx, row) => endParcel(tx, actor, { row, reason, now: this.clock.now(), stock: this.stock }),
    });
  }
}
