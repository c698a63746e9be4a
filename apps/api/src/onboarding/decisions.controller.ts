import {
  type ApplicationView,
  approveApplication,
  getApplication,
  type InputOf,
  listApplications,
  reinstateProducer,
  returnApplication,
  suspendProducer,
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

  @Serves(listApplications)
  listApplications(@Me() actor: Actor, @Input() { query }: InputOf<typeof listApplications>): Promise<Queue> {
    return this.applications.queue(actor, query.state, query.page);
  }

  @Serves(getApplication)
  getApplication(@Me() actor: Actor, @Input() { params }: InputOf<typeof getApplication>): Promise<ApplicationView> {
    return this.applications.officersOne(actor, params.id, 'application.read');
  }

  @Serves(approveApplication)
  approveApplication(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof approveApplication>,
  ): Promise<ApplicationView> {
    return this.approve.run(actor, params.id);
  }

  @Serves(returnApplication)
  returnApplication(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof returnApplication>,
  ): Promise<ApplicationView> {
    return this.handBack.run(actor, params.id, body.remarks);
  }

  @Serves(suspendProducer)
  suspendProducer(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof suspendProducer>,
  ): Promise<ApplicationView> {
    return this.suspend.run(actor, params.id, body.reason);
  }

  @Serves(reinstateProducer)
  reinstateProducer(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof reinstateProducer>,
  ): Promise<ApplicationView> {
    return this.reinstate.run(actor, params.id);
  }
}
