import { listQueues, type ResultOf } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Serves } from '../platform/serves.ts';
import { QueuePages } from './queue.pages.ts';

@Controller()
export class QueuePagesController {
  constructor(private readonly pages: QueuePages) {}

  @Serves(listQueues)
  listQueues(@Me() actor: Actor): Promise<ResultOf<typeof listQueues>> {
    return this.pages.queues(actor);
  }
}
