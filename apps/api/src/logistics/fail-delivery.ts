import type { BodyOf, failDelivery, ShipmentView } from '@chophien/contracts';
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

/** Could not be handed over, and why. A held parcel ends this way when it is not released. */
@Injectable()
export class FailDelivery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, { reason }: BodyOf<typeof failDelivery>): Promise<ShipmentView> {
    return inTx(this.db, async (tx) => {
      const shipment = await lockShipment(tx, actor, parcel);
      if (shipment.state === 'failed' && shipment.reason === reason) return viewOf(shipment);
      const change = { state: step(shipment.state, 'failed'), reason, endedAt: this.clock.now() };
      await tx.update(Shipment, shipment.id, change);
      await record(tx, actor, 'shipment.failed', shipment.id, { parcel, reason });
      return viewOf({ ...shipment, ...change });
    });
  }
}
