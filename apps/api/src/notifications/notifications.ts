import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Waiting } from '../platform/waiting.ts';
import { FailedMessages } from './failed-messages.ts';
import { type Listed, MessageQueries } from './message.queries.ts';

/** What pages may ask of notifications. */
@Injectable()
export class Notifications {
  constructor(
    private readonly messages: MessageQueries,
    private readonly lost: FailedMessages,
  ) {}

  /** How many messages a person has not seen. */
  unread(person: string): Promise<number> {
    return this.messages.unread(person);
  }

  /** How many messages did not reach the households of an official's area. */
  failed(actor: Actor): Promise<Waiting> {
    return this.lost.waiting(actor);
  }

  /** What somebody was told, newest first. */
  async told(actor: Actor): Promise<Listed['items']> {
    return (await this.messages.list(actor)).items;
  }
}
