import {
  type ApplicationView,
  formerAmendApplication,
  type InputOf,
  formerListMyApplications,
  type ResultOf,
  formerSubmitApplication,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AmendApplication } from './amend-application.ts';
import { ApplicationQueries } from './application.queries.ts';
import { SubmitApplication } from './submit-application.ts';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly submit: SubmitApplication,
    private readonly amend: AmendApplication,
  ) {}

  @Serves(formerSubmitApplication)
  formerSubmitApplication(
    @Me() actor: Actor,
    @Input() { body }: InputOf<typeof formerSubmitApplication>,
  ): Promise<ApplicationView> {
    return this.submit.run(actor, body);
  }

  @Serves(formerAmendApplication)
  formerAmendApplication(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof formerAmendApplication>,
  ): Promise<ApplicationView> {
    return this.amend.run(actor, params.id, body);
  }

  @Serves(formerListMyApplications)
  async formerListMyApplications(@Me() actor: Actor): Promise<ResultOf<typeof formerListMyApplications>> {
    return { items: actor.id ? await this.applications.mine(actor.id) : [] };
  }
}
