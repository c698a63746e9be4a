import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Dong, Id, Instant, line } from './values.ts';

export const ShipmentState = z.enum(['created', 'ready', 'dispatched', 'delivered', 'failed']);

export const ShipmentView = z
  .object({
    id: Id,
    parcel: Id,
    state: ShipmentState,
    device: z.string().nullable(),
    createdAt: Instant,
    dispatchedAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    receivedBy: z.string().nullable(),
    cashToCollect: Dong,
    cashCollected: Dong.nullable(),
  })
  .meta({ id: 'Shipment' });
export type ShipmentView = z.infer<typeof ShipmentView>;

export const DeviceId = z.string().regex(/^[A-Z0-9-]{4,32}$/, 'capital letters, digits and dashes');

/** A chilled or frozen parcel leaves with a logger; another may. */
export const dispatchParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/dispatch',
  summary: 'The parcel leaves, with its temperature logger',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ device: DeviceId.optional() }).meta({ id: 'DispatchParcel' }),
  result: ShipmentView,
});

export const deliverParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/delivery',
  summary: 'Handed over, and the cash that was collected',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ receivedBy: line(80), cashCollected: Dong.default(0) }).meta({ id: 'DeliverParcel' }),
  result: ShipmentView,
});

export const failDelivery = endpoint({
  method: 'POST',
  path: '/parcels/:id/failure',
  summary: 'Could not be handed over, and why; the goods come back',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'FailDelivery' }),
  result: ShipmentView,
});
