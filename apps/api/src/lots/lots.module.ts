import { Module } from '@nestjs/common';
import { KeepLot } from './keep-lot.ts';
import { Lot, ParcelLot, TraceEvent } from './lot.entity.ts';
import { Lots } from './lots.ts';
import { TraceParcel } from './trace-parcel.ts';

export const lotsEntities = [Lot, ParcelLot, TraceEvent];

@Module({
  providers: [KeepLot, Lots, TraceParcel],
  exports: [Lots],
})
export class LotsModule {}
