import { producerHome } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Serves } from '../platform/serves.ts';
import { ProducerPages } from './producer.pages.ts';

@Controller()
export class ProducerPagesController {
  constructor(private readonly pages: ProducerPages) {}

  @Serves(producerHome)
  home(@Me() actor: Actor) {
    return this.pages.home(actor);
  }
}
