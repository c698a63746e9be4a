import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { MessagesModule } from '../platform/messages/messages.module.ts';
import { FailedMessages } from './failed-messages.ts';
import { ForgetMessages } from './forget-messages.ts';
import { ForgetPerson } from './forget-person.ts';
import { GatherActs } from './gather-acts.ts';
import { Message, Template } from './message.entity.ts';
import { MessageQueries } from './message.queries.ts';
import { MessagesController } from './messages.controller.ts';
import { Notifications } from './notifications.ts';
import { ReadMessages } from './read-messages.ts';
import { SendMessage } from './send-message.ts';
import { SendMessages } from './send-messages.ts';
import { SetTemplate } from './set-template.ts';
import { TellApplicant } from './tell-applicant.ts';
import { TellAsker } from './tell-asker.ts';
import { TellBuyer } from './tell-buyer.ts';
import { TellComplaint } from './tell-complaint.ts';
import { TellHousehold } from './tell-household.ts';
import { TellPapers } from './tell-papers.ts';
import { TellProducer } from './tell-producer.ts';

export const notificationsEntities = [Message, Template];

@Module({
  imports: [CatalogueModule, IdentityModule, MessagesModule, OrderingModule],
  controllers: [MessagesController],
  providers: [
    FailedMessages,
    ForgetMessages,
    ForgetPerson,
    GatherActs,
    MessageQueries,
    Notifications,
    ReadMessages,
    SendMessage,
    SendMessages,
    SetTemplate,
    TellApplicant,
    TellAsker,
    TellBuyer,
    TellComplaint,
    TellHousehold,
    TellPapers,
    TellProducer,
  ],
  exports: [Notifications],
})
export class NotificationsModule {}
