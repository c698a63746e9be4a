import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { type Listed, MessageQueries } from './message.queries.ts';

/** What pages may ask of notifications. */
@Injectable()
export class Notifications {
  constructor(private readonly messages: MessageQueries) {}

  /** How many messages a person has not seen. */
  unread(person: string): Promise<number> {
    return this.messages.unread(person);
  }

  /** What somebody was told, newest first. */
  async told(actor: Actor): Promise<Listed['items']> {
    return (await this.messages.list(actor)).items;
  }
}
