import { Injectable } from '@nestjs/common';
import { MessageQueries } from './message.queries.ts';

/** What pages may ask of notifications. */
@Injectable()
export class Notifications {
  constructor(private readonly messages: MessageQueries) {}

  /** How many messages a person has not seen. */
  unread(person: string): Promise<number> {
    return this.messages.unread(person);
  }
}
