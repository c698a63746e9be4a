import { type BodyOf, type dispatchParcel, Problem, type ShipmentView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockShipment } from './lock-shipment.ts';
import { Shipment } from './shipment.entity.ts';
import { viewOf } from './shipment.queries.ts';
import { needsLogger, step } from './shipment.rules.ts';

/** The parcel leaves. Chilled and frozen goods take a logger along; a logger rides on one parcel at a time. */
@Injectable()
export class DispatchParcel {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, input: BodyOf<typeof dispatchParcel>): Promise<ShipmentView> {
    return inTx(this.db, async (tx) => {
      const shipment = await lockShipment(tx, actor, parcel);
      const device = input.device ?? null;
      if (shipment.state === 'dispatched' && shipment.device === device) return viewOf(shipment); // the same tap, again
      const state = step(shipment.state, 'dispatched');
      if (!device && needsLogger(shipment.storage)) throw loggerMissing();
      const change = { state, device, dispatchedAt: this.clock.now() };
      await tx.update(Shipment, shipment.id, change);
      await record(tx, actor, 'shipment.dispatched', shipment.id, {
        parcel,
        code: shipment.code,
        producer: shipment.producer,
        commune: shipment.commune,
        toCommune: shipment.toCommune,
        storage: shipment.storage,
        commodities: shipment.commodities,
        device,
      });
      return viewOf({ ...shipment, ...change });
    });
  }
}

const loggerMissing = (): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'device', rule: 'required', message: 'a chilled or frozen parcel leaves with a logger' }],
  });
