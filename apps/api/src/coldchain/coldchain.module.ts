import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { AssignDevice } from './assign-device.ts';
import { Assignment, ShipmentEnd, Unwatched } from './assignment.entity.ts';
import { Coldchain } from './coldchain.ts';
import { ColdchainQueries } from './coldchain.queries.ts';
import { DetectDirty } from './detect-dirty.ts';
import { Device, Nonce } from './device.entity.ts';
import { DevicesController } from './devices.controller.ts';
import { EndMonitoring } from './end-monitoring.ts';
import { ExcursionRevision, Rule, StoredExcursion } from './excursion.entity.ts';
import { ForgetNonces } from './forget-nonces.ts';
import { Judge } from './judge.ts';
import { NoticeSilence } from './notice-silence.ts';
import { OpenReadingMonths } from './open-reading-months.ts';
import { Dirty, IngestBatch, Reading, ReadingConflict, ReadingQuarantine } from './reading.entity.ts';
import { RegisterDevice } from './register-device.ts';
import { RevokeDevice } from './revoke-device.ts';
import { TakeReadings } from './take-readings.ts';
import { VerifyDevice } from './verify-device.ts';
import { WatchParcel } from './watch-parcel.ts';

export const coldchainEntities = [
  Assignment,
  Device,
  Dirty,
  ExcursionRevision,
  IngestBatch,
  Nonce,
  Reading,
  ReadingConflict,
  ReadingQuarantine,
  Rule,
  ShipmentEnd,
  StoredExcursion,
  Unwatched,
];

@Module({
  imports: [CatalogueModule, CommunesModule],
  controllers: [DevicesController],
  providers: [
    AssignDevice,
    Coldchain,
    ColdchainQueries,
    DetectDirty,
    EndMonitoring,
    ForgetNonces,
    Judge,
    NoticeSilence,
    OpenReadingMonths,
    RegisterDevice,
    RevokeDevice,
    TakeReadings,
    VerifyDevice,
    WatchParcel,
  ],
  exports: [Coldchain, RegisterDevice, RevokeDevice],
})
export class ColdchainModule {}
