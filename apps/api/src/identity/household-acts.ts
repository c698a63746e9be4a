import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, type Tx } from '../platform/database.ts';
import { HouseholdPhones } from './household-phones.ts';
import { Invite } from './invite.ts';
import { LeaveCooperative } from './leave-cooperative.ts';
import { LeaveProducer } from './leave-producer.ts';
import { PassProducerOn } from './pass-producer-on.ts';

/** What a household's people do with its people, each in one transaction. */
@Injectable()
export class HouseholdActs {
  constructor(
    private readonly db: DataSource,
    readonly phones: HouseholdPhones,
    readonly invite: Invite,
    readonly leave: LeaveProducer,
    readonly passOn: PassProducerOn,
    readonly leaveCooperative: LeaveCooperative,
  ) {}

  do<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTx(this.db, work);
  }
}
