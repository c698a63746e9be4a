import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { Authenticator } from '../platform/actor.ts';
import { refuse } from '../platform/database.ts';
import { MessagesModule } from '../platform/messages/messages.module.ts';
import { DemoAccounts } from '../platform/ready.ts';
import { ActedQueries } from './acted.queries.ts';
import { AnswerInvitation } from './answer-invitation.ts';
import { ClaimQueries } from './claim.queries.ts';
import { CooperativeQueries } from './cooperative.queries.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { DelegationsController } from './delegations.controller.ts';
import { HouseholdActs } from './household-acts.ts';
import { HouseholdPhones } from './household-phones.ts';
import { HouseholdQueries } from './household.queries.ts';
import { Households } from './households.ts';
import { HouseholdsController } from './households.controller.ts';
import { Invite } from './invite.ts';
import { JoinCooperative } from './join-cooperative.ts';
import { JoinProducer } from './join-producer.ts';
import { LeaveCooperative } from './leave-cooperative.ts';
import { LeaveProducer } from './leave-producer.ts';
import { MyHouseholdsController } from './my-households.controller.ts';
import { PassProducerOn } from './pass-producer-on.ts';
import { ReceiverQueries } from './receivers.queries.ts';
import { ShareDevice } from './share-device.ts';
import { TakeOverProducer } from './take-over-producer.ts';
import { AmendProducer } from './amend-producer.ts';
import { TurnHeads } from './turn-heads.ts';
import { CloseProducer } from './close-producer.ts';
import { CloseSession } from './close-session.ts';
import { Colleagues } from './colleagues.ts';
import { CreateOfficial } from './create-official.ts';
import { DemoPeople } from './demo-people.ts';
import { EndDelegation } from './end-delegation.ts';
import { EndHelpersDelegations } from './end-helpers-delegations.ts';
import { EnterProducer } from './enter-producer.ts';
import { EnterProducers } from './enter-producers.ts';
import { FollowHamlet } from './follow-hamlet.ts';
import { ErasePerson } from './erase-person.ts';
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
import { IdentityDoorModule } from './identity.door.module.ts';
import { MessageTemplate, SignIn } from './sign-in.entity.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { officialActs, officialControllers, officialEntities } from './officials.parts.ts';
import { OpenSession } from './open-session.ts';
import { PersonData } from './person-data.ts';
import { PersonQueries } from './person.queries.ts';
import { RegisterPerson } from './register-person.ts';
import { RenamePerson } from './rename-person.ts';
import { RequestCode } from './request-code.ts';
import { SendCode } from './send-code.ts';
import { SessionAuthenticator } from './session-authenticator.ts';
import { SignInController } from './sign-in.controller.ts';

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
  ...officialEntities,
];

refuse({ person_phone_once: 'identity.phone-taken', phone_recovery_open: 'identity.recovery-open' });

@Module({
  imports: [CommunesModule, IdentityDoorModule, MessagesModule],
  controllers: [
    IdentityController,
    SignInController,
    ...officialControllers,
    DelegationsController,
    HouseholdsController,
    MyHouseholdsController,
  ],
  providers: [
    ActedQueries,
    AnswerInvitation,
    ClaimQueries,
    CooperativeQueries,
    DelegationQueries,
    HouseholdActs,
    HouseholdPhones,
    HouseholdQueries,
    Households,
    Invite,
    JoinCooperative,
    JoinProducer,
    LeaveCooperative,
    LeaveProducer,
    PassProducerOn,
    ReceiverQueries,
    ShareDevice,
    TakeOverProducer,
    AmendProducer,
    TurnHeads,
    CloseProducer,
    CloseSession,
    EndDelegation,
    EndHelpersDelegations,
    ErasePerson,
    ForgetSignIns,
    GiveDelegation,
    GiveGrant,
    EnterProducer,
    EnterProducers,
    FollowHamlet,
    Colleagues,
    OneTimeCodes,
    OpenSession,
    PersonData,
    PersonQueries,
    RegisterPerson,
    RenamePerson,
    RequestCode,
    SendCode,
    ...officialActs,
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: DemoAccounts, useClass: DemoPeople },
  ],
  exports: [
    AmendProducer,
    TurnHeads,
    Colleagues,
    CreateOfficial,
    EndDelegation,
    EnterProducer,
    EnterProducers,
    FollowHamlet,
    GiveDelegation,
    Households,
    IdentityDoorModule,
    JoinCooperative,
    OneTimeCodes,
    PersonData,
    RegisterPerson,
  ],
})
export class IdentityModule {}
