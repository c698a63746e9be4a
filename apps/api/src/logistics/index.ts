export { CancelShipment } from './cancel-shipment.ts';
export { CreateShipment } from './create-shipment.ts';
export { DeliverParcel } from './deliver-parcel.ts';
export { DispatchParcel } from './dispatch-parcel.ts';
export { HoldShipment, ReleaseShipment } from './hold-shipment.ts';
export { type Destination, Logistics } from './logistics.door.ts';
export { LogisticsModule } from './logistics.module.ts';
export { ReadyShipment } from './ready-shipment.ts';
