import {
  type ApplicationView,
  formerApproveApplication,
  formerGetApplication,
  type InputOf,
  formerListApplications,
  formerReinstateProducer,
  formerReturnApplication,
  formerSuspendProducer,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ApplicationQueries, type Queue } from './application.queries.ts';
import { ApproveApplication } from './approve-application.ts';
import { ReinstateProducer } from './reinstate-producer.ts';
import { ReturnApplication } from './return-application.ts';
import { SuspendProducer } from './suspend-producer.ts';

@Controller()
export class DecisionsController {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly approve: ApproveApplication,
    private readonly handBack: ReturnApplication,
    private readonly suspend: SuspendProducer,
    private readonly reinstate: ReinstateProducer,
  ) {}

  @Serves(formerListApplications)
  formerListApplications(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof formerListApplications>,
  ): Promise<Queue> {
    return this.applications.queue(actor, query.state, query.page);
  }

  @Serves(formerGetApplication)
  formerGetApplication(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof formerGetApplication>,
  ): Promise<ApplicationView> {
    return this.applications.officersOne(actor, params.id, 'application.read');
  }

  @Serves(formerApproveApplication)
  formerApproveApplication(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof formerApproveApplication>,
  ): Promise<ApplicationView> {
    return this.approve.run(actor, params.id);
  }

  @Serves(formerReturnApplication)
  formerReturnApplication(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof formerReturnApplication>,
  ): Promise<ApplicationView> {
    return this.handBack.run(actor, params.id, body.remarks);
  }

  @Serves(formerSuspendProducer)
  formerSuspendProducer(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof formerSuspendProducer>,
  ): Promise<ApplicationView> {
    return this.suspend.run(actor, params.id, body.reason);
  }

  @Serves(formerReinstateProducer)
  formerReinstateProducer(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof formerReinstateProducer>,
  ): Promise<ApplicationView> {
    return this.reinstate.run(actor, params.id);
  }
}
