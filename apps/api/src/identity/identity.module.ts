import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { Authenticator } from '../platform/actor.ts';
import { refuse } from '../platform/database.ts';
import { MessagesModule } from '../platform/messages/messages.module.ts';
import { DemoAccounts } from '../platform/ready.ts';
import { AmendProducer } from './amend-producer.ts';
import { CloseSession } from './close-session.ts';
import { CreateOfficial } from './create-official.ts';
import { DemoPeople } from './demo-people.ts';
import { EndDelegation } from './end-delegation.ts';
import { EndOfficial } from './end-official.ts';
import { EnterProducer } from './enter-producer.ts';
import { ForgetSignIns } from './forget-sign-ins.ts';
import { GiveDelegation } from './give-delegation.ts';
import { GiveGrant } from './give-grant.ts';
import { DelegationLimit, Invitation } from './household.entity.ts';
import { IdentityController } from './identity.controller.ts';
import {
  AccessGrant,
  CooperativeMember,
  Credential,
  Delegation,
  Membership,
  OneTimeCode,
  Person,
  Producer,
  ProducerPhone,
  Session,
} from './identity.entity.ts';
import { Identity } from './identity.ts';
import { MessageTemplate, SignIn } from './sign-in.entity.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { OpenOfficialSession } from './open-official-session.ts';
import { OpenSession } from './open-session.ts';
import { PersonQueries } from './person.queries.ts';
import { ProducerQueries } from './producer.queries.ts';
import { RegisterPerson } from './register-person.ts';
import { RenamePerson } from './rename-person.ts';
import { RequestCode } from './request-code.ts';
import { ResetOfficial } from './reset-official.ts';
import { SendCode } from './send-code.ts';
import { SessionAuthenticator } from './session-authenticator.ts';
import { SignInController } from './sign-in.controller.ts';
import { SuspendPerson } from './suspend-person.ts';

export const identityEntities = [
  Person,
  Credential,
  OneTimeCode,
  Session,
  AccessGrant,
  Producer,
  ProducerPhone,
  CooperativeMember,
  Delegation,
  Membership,
  DelegationLimit,
  Invitation,
  MessageTemplate,
  SignIn,
];

refuse({ person_phone_once: 'identity.phone-taken' });

@Module({
  imports: [CommunesModule, MessagesModule],
  controllers: [IdentityController, SignInController],
  providers: [
    AmendProducer,
    CloseSession,
    CreateOfficial,
    EndDelegation,
    EndOfficial,
    ForgetSignIns,
    GiveDelegation,
    GiveGrant,
    EnterProducer,
    Identity,
    OneTimeCodes,
    OpenOfficialSession,
    OpenSession,
    PersonQueries,
    ProducerQueries,
    RegisterPerson,
    RenamePerson,
    RequestCode,
    ResetOfficial,
    SendCode,
    SuspendPerson,
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: DemoAccounts, useClass: DemoPeople },
  ],
  exports: [
    Identity,
    AmendProducer,
    CreateOfficial,
    EndDelegation,
    EnterProducer,
    GiveDelegation,
    RegisterPerson,
    OneTimeCodes,
  ],
})
export class IdentityModule {}
