export { KeepLot } from './keep-lot.ts';
export { Lots } from './lots.ts';
export { LotsModule, lotsEntities } from './lots.module.ts';
export { TraceParcel } from './trace-parcel.ts';
