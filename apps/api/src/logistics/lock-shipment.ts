import { Problem, producersOf } from '@chophien/contracts';
import { In } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { Shipment } from './shipment.entity.ts';

/** The shipment of one of the actor's own parcels, locked until the transaction ends; another's is not found. */
export async function lockShipment(tx: Tx, actor: Actor, parcel: string): Promise<Shipment> {
  const shipment = await tx.findOne(Shipment, {
    where: { parcel, producer: In(producersOf(actor, 'parcel.handle')) },
    lock: { mode: 'pessimistic_write' },
  });
  if (!shipment || shipment.state === 'cancelled') throw new Problem('logistics.not-found');
  return shipment;
}
