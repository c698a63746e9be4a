import {
  done,
  type InputOf,
  listFailedMessages,
  listMessages,
  type ResultOf,
  readMessages,
  retryMessage,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { FailedMessages } from './failed-messages.ts';
import { MessageQueries } from './message.queries.ts';
import { ReadMessages } from './read-messages.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessageQueries,
    private readonly read: ReadMessages,
    private readonly failed: FailedMessages,
  ) {}

  @Serves(listMessages)
  listMessages(@Me() actor: Actor): Promise<ResultOf<typeof listMessages>> {
    return this.messages.list(actor);
  }

  @Serves(readMessages)
  readMessages(@Me() actor: Actor): Promise<ResultOf<typeof readMessages>> {
    return this.read.run(actor);
  }

  @Serves(listFailedMessages)
  listFailedMessages(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listFailedMessages>,
  ): Promise<ResultOf<typeof listFailedMessages>> {
    return this.failed.list(actor, query.page);
  }

  @Serves(retryMessage)
  async retryMessage(@Me() actor: Actor, @Input() { params }: InputOf<typeof retryMessage>) {
    await this.failed.retry(actor, params.id);
    return done;
  }
}
