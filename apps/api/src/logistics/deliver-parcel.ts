import { type BodyOf, type deliverParcel, Problem, type ShipmentView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockShipment } from './lock-shipment.ts';
import { Shipment } from './shipment.entity.ts';
import { viewOf } from './shipment.queries.ts';
import { step } from './shipment.rules.ts';

/** Handed over, with the cash that was collected. Refused while a cold-chain hold lies on the parcel. */
@Injectable()
export class DeliverParcel {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, input: BodyOf<typeof deliverParcel>): Promise<ShipmentView> {
    const { receivedBy, cashCollected } = input;
    return inTx(this.db, async (tx) => {
      const shipment = await lockShipment(tx, actor, parcel);
      if (shipment.state === 'delivered' && shipment.cashCollected === cashCollected) return viewOf(shipment);
      const state = step(shipment.state, 'delivered');
      if (shipment.held) throw new Problem('ordering.parcel-held');
      if (cashCollected > shipment.cashToCollect) throw tooMuchCash(shipment.cashToCollect);
      const now = this.clock.now();
      const change = { state, receivedBy, cashCollected, deliveredAt: now, endedAt: now };
      await tx.update(Shipment, shipment.id, change);
      await record(tx, actor, 'shipment.delivered', shipment.id, { parcel, receivedBy, cashCollected });
      return viewOf({ ...shipment, ...change });
    });
  }
}

const tooMuchCash = (due: number): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'cashCollected', rule: 'too_big', message: `at most ${due}` }],
  });
