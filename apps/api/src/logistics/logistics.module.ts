import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { refuse } from '../platform/database.ts';
import { CancelShipment } from './cancel-shipment.ts';
import { CreateShipment } from './create-shipment.ts';
import { DeliverParcel } from './deliver-parcel.ts';
import { DispatchParcel } from './dispatch-parcel.ts';
import { FailDelivery } from './fail-delivery.ts';
import { HoldShipment, ReleaseShipment } from './hold-shipment.ts';
import { Logistics } from './logistics.door.ts';
import { ReadyShipment } from './ready-shipment.ts';
import { ShipmentQueries } from './shipment.queries.ts';
import { ShipmentsController } from './shipments.controller.ts';

refuse({ device_rides_once: 'coldchain.device-busy' });

@Module({
  imports: [CommunesModule],
  controllers: [ShipmentsController],
  providers: [
    Logistics,
    ShipmentQueries,
    DispatchParcel,
    DeliverParcel,
    FailDelivery,
    CreateShipment,
    ReadyShipment,
    HoldShipment,
    ReleaseShipment,
    CancelShipment,
  ],
  exports: [Logistics, DispatchParcel, DeliverParcel, FailDelivery],
})
export class LogisticsModule {}
