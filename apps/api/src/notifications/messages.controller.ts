import { listMessages, type ResultOf, readMessages } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Serves } from '../platform/serves.ts';
import { MessageQueries } from './message.queries.ts';
import { ReadMessages } from './read-messages.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessageQueries,
    private readonly read: ReadMessages,
  ) {}

  @Serves(listMessages)
  listMessages(@Me() actor: Actor): Promise<ResultOf<typeof listMessages>> {
    return this.messages.list(actor);
  }

  @Serves(readMessages)
  readMessages(@Me() actor: Actor): Promise<ResultOf<typeof readMessages>> {
    return this.read.run(actor);
  }
}
