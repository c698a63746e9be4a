import { randomBytes, randomUUID } from 'node:crypto';
import { codeFromBytes, dayBounds } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { keepStep } from './trace.ts';

const actor = system('lots');

type Packed = EventOf<'parcel.packed'>;

/** What was packed came from a harvest: the producer's lot of that kind and day, made when its first box is packed. */
@Injectable()
export class KeepLot implements Listener<'parcel.packed'> {
  async handle(events: EventOf<'parcel.packed'>[], tx: Tx): Promise<void> {
    for (const event of events) {
      await this.keep(tx, event);
      const { id, subject: parcel, at, data } = event;
      const step = { event: id, parcel, code: data.code, commune: data.commune };
      // Of a harvest the day is known, not the hour; packed at once it still came first.
      const harvested = Math.min(dayBounds(data.harvestedOn).from.getTime(), at.getTime());
      await keepStep(tx, { ...step, step: 'harvested', at: new Date(harvested) });
      await keepStep(tx, { ...step, step: 'packed', at });
    }
  }

  private async keep(tx: Tx, { subject: parcel, data }: Packed): Promise<void> {
    // In one order, so that two parcels of one producer never wait for each other.
    for (const line of data.lines.toSorted((a, b) =>
      a.commodity < b.commodity ? -1 : a.commodity > b.commodity ? 1 : 0,
    )) {
      const lot = await this.lot(tx, data, line);
      await rows(
        tx,
        `insert into lots.parcel_lot (parcel, parcel_code, offer, name, lot, quantity)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [parcel, data.code, line.offer, line.name, lot, line.quantity],
      );
    }
  }

  private async lot(
    tx: Tx,
    data: Packed['data'],
    { commodity, name }: Packed['data']['lines'][number],
  ): Promise<string> {
    const { producer, commune, harvestedOn } = data;
    const id = randomUUID();
    const code = codeFromBytes(randomBytes(10), 10);
    const made = await rows(
      tx,
      `insert into lots.lot (id, code, producer, commune, commodity, name, harvested_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint lot_once do nothing returning 1`,
      [id, code, producer, commune, commodity, name, harvestedOn],
    );
    if (made.length > 0) {
      await record(tx, actor, 'lot.harvested', id, { code, producer, commune, commodity, harvestedOn });
      return id;
    }
    const [known] = await rows<{ id: string }>(
      tx,
      'select id from lots.lot where producer = $1 and commodity = $2 and harvested_on = $3',
      [producer, commodity, harvestedOn],
    );
    if (!known) throw new Error('a lot that was there is gone');
    return known.id;
  }
}
