import {
  type ApplicationView,
  amendApplication,
  type InputOf,
  listMyApplications,
  type ResultOf,
  submitApplication,
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

  @Serves(submitApplication)
  submitApplication(
    @Me() actor: Actor,
    @Input() { body }: InputOf<typeof submitApplication>,
  ): Promise<ApplicationView> {
    return this.submit.run(actor, body);
  }

  @Serves(amendApplication)
  amendApplication(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof amendApplication>,
  ): Promise<ApplicationView> {
    return this.amend.run(actor, params.id, body);
  }

  @Serves(listMyApplications)
  async listMyApplications(@Me() actor: Actor): Promise<ResultOf<typeof listMyApplications>> {
    return { items: actor.id ? await this.applications.mine(actor.id) : [] };
  }
}
