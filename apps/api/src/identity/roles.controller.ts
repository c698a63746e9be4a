import {
  appointPerson,
  beginOfficial,
  done,
  endRole,
  getPersonOfArea,
  type InputOf,
  leaveOffice,
  listRoles,
  renewStart,
  startOfficial,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { Appoint } from './appoint.ts';
import { EndRole } from './end-role.ts';
import { LeaveOffice } from './leave-office.ts';
import { RenewStart } from './renew-start.ts';
import { RoleQueries } from './role.queries.ts';
import { StartOfficial } from './start-official.ts';

/** Who is appointed to what, and how an official begins and leaves. */
@Controller()
export class RolesController {
  constructor(
    private readonly roles: RoleQueries,
    private readonly appoint: Appoint,
    private readonly end: EndRole,
    private readonly leave: LeaveOffice,
    private readonly renew: RenewStart,
    private readonly start: StartOfficial,
  ) {}

  @Serves(listRoles)
  listRoles(@Me() actor: Actor, @Input() { query }: InputOf<typeof listRoles>) {
    return this.roles.list(actor, query);
  }

  @Serves(appointPerson)
  appointPerson(@Me() actor: Actor, @Input() { body }: InputOf<typeof appointPerson>) {
    return this.appoint.run(actor, body);
  }

  @Serves(endRole)
  async endRole(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof endRole>) {
    await this.end.run(actor, params.id, body.reason);
    return done;
  }

  @Serves(getPersonOfArea)
  getPersonOfArea(@Me() actor: Actor, @Input() { params }: InputOf<typeof getPersonOfArea>) {
    return this.roles.person(actor, params.id);
  }

  @Serves(renewStart)
  renewStart(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof renewStart>) {
    return this.renew.run(actor, params.id, body.reason);
  }

  @Serves(leaveOffice)
  async leaveOffice(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof leaveOffice>) {
    await this.leave.run(actor, params.id, body);
    return done;
  }

  @Serves(beginOfficial)
  beginOfficial(@Input() { body }: InputOf<typeof beginOfficial>) {
    return this.start.show(body.key);
  }

  @Serves(startOfficial)
  startOfficial(@Me() actor: Actor, @Input() { body }: InputOf<typeof startOfficial>) {
    return this.start.run(actor, body);
  }
}
