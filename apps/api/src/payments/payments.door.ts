import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Waiting } from '../platform/waiting.ts';
import { TaskQueries } from './task.queries.ts';

/** What other contexts may ask of payments. */
@Injectable()
export class Payments {
  constructor(private readonly tasks: TaskQueries) {}

  /** How much waits for a person in the actor's area. */
  waiting(actor: Actor): Promise<Waiting> {
    return this.tasks.waiting(actor);
  }
}
