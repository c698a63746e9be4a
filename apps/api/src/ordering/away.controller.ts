import { type AwayView, endAway, type InputOf, listAway, setAway } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { SetAway } from './set-away.ts';

@Controller()
export class AwayController {
  constructor(private readonly away: SetAway) {}

  @Serves(listAway)
  listAway(@Me() actor: Actor): Promise<{ items: AwayView[] }> {
    return this.away.list(actor);
  }

  @Serves(setAway)
  setAway(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof setAway>): Promise<{ items: AwayView[] }> {
    return this.away.set(actor, params.id, body);
  }

  @Serves(endAway)
  endAway(@Me() actor: Actor, @Input() { params }: InputOf<typeof endAway>): Promise<{ items: AwayView[] }> {
    return this.away.end(actor, params.id);
  }
}
