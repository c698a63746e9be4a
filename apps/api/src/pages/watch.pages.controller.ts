import { type InputOf, listWatchedParcels, watchParcel } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { WatchPages } from './watch.pages.ts';

@Controller()
export class WatchPagesController {
  constructor(private readonly pages: WatchPages) {}

  @Serves(listWatchedParcels)
  list(@Me() actor: Actor) {
    return this.pages.list(actor);
  }

  @Serves(watchParcel)
  one(@Me() actor: Actor, @Input() { params }: InputOf<typeof watchParcel>) {
    return this.pages.one(actor, params.code);
  }
}
