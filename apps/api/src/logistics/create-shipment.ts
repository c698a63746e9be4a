import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';

/** A producer accepted a parcel: it gets a shipment, once. */
@Injectable()
export class CreateShipment implements Listener<'parcel.confirmed'> {
  async handle(events: EventOf<'parcel.confirmed'>[], tx: Tx): Promise<void> {
    for (const { subject: parcel, at, data } of events) {
      const [created] = await rows<{ id: string }>(tx, insert, [
        randomUUID(),
        parcel,
        data.order,
        data.code,
        data.producer,
        data.commune,
        data.toCommune,
        data.storage,
        data.commodities,
        data.cashToCollect,
        at,
      ]);
      if (created) await record(tx, system('logistics'), 'shipment.created', created.id, { parcel });
    }
  }
}

const insert = `insert into logistics.shipment
  (id, parcel, order_id, code, producer, commune, to_commune, storage, commodities, state, cash_to_collect, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'created', $10, $11)
  on conflict (parcel) do nothing returning id`;
