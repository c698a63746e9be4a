import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { type Departure, lockAssignments, WatchParcel } from './watch-parcel.ts';

/**
 * A parcel arrived, or came back: what its logger says later is no longer about it. Readings of that time which come late
 * still count. A parcel that waited for the same logger has it now.
 */
@Injectable()
export class EndMonitoring implements Listener<'shipment.delivered' | 'shipment.failed'> {
  constructor(private readonly watch: WatchParcel) {}

  async handle(events: EventOf<'shipment.delivered' | 'shipment.failed'>[], tx: Tx): Promise<void> {
    await lockAssignments(tx);
    for (const { subject, at } of events) {
      await rows(tx, 'insert into coldchain.shipment_end (shipment, at) values ($1, $2) on conflict do nothing', [
        subject,
        at,
      ]);
      const [ended] = await rows<{ id: string; device: string; ended: Date }>(tx, end, [subject, at]);
      if (!ended) continue; // not heard of yet, or ended before
      await rows(tx, 'insert into coldchain.dirty (assignment) values ($1)', [ended.id]);
      await this.next(tx, ended.device, ended.ended);
    }
  }

  private async next(tx: Tx, device: string, free: Date): Promise<void> {
    for (const waiting of await rows<Departure>(tx, takeWaiting, [device])) {
      await this.watch.run(tx, {
        ...waiting,
        dispatchedAt: waiting.dispatchedAt < free ? free : waiting.dispatchedAt,
      });
    }
  }
}

const end = `update coldchain.assignment set ended_at = greatest(began_at, $2)
  where shipment = $1 and ended_at is null
  returning id, device, ended_at as ended`;

const takeWaiting = `with waiting as (
    delete from coldchain.unwatched where device = $1 and reason = 'busy'
    returning shipment, parcel, device, commune, to_commune as "toCommune", storage, commodities,
      dispatched_at as "dispatchedAt"
  ) select * from waiting order by "dispatchedAt", shipment`;
