import { closeSession, done, getMe, type InputOf, listSessions, renameMe } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CloseSession } from './close-session.ts';
import { PersonQueries } from './person.queries.ts';
import { RenamePerson } from './rename-person.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly people: PersonQueries,
    private readonly close: CloseSession,
    private readonly rename: RenamePerson,
  ) {}

  @Serves(getMe)
  getMe(@Me() actor: Actor) {
    return this.people.me(actor.id ?? '');
  }

  @Serves(renameMe)
  renameMe(@Me() actor: Actor, @Input() { body }: InputOf<typeof renameMe>) {
    return this.rename.run(actor, body.name);
  }

  @Serves(listSessions)
  listSessions(@Me() actor: Actor) {
    return this.people.sessions(actor);
  }

  @Serves(closeSession)
  async closeSession(@Me() actor: Actor, @Input() { params }: InputOf<typeof closeSession>) {
    await this.close.run(actor, params.id);
    return done;
  }
}
