import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { lockAssignments, WatchParcel } from './watch-parcel.ts';

/** A parcel left with a logger: from now on its readings are about this parcel. */
@Injectable()
export class AssignDevice implements Listener<'shipment.dispatched'> {
  constructor(private readonly watch: WatchParcel) {}

  async handle(events: EventOf<'shipment.dispatched'>[], tx: Tx): Promise<void> {
    await lockAssignments(tx);
    for (const { subject, at, data } of events) {
      const { device } = data;
      if (device) await this.watch.run(tx, { ...data, device, shipment: subject, dispatchedAt: at });
    }
  }
}
