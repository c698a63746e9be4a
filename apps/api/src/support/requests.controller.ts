import {
  acknowledgeDataRequest,
  askAboutMyData,
  decideDataRequest,
  enterAuthorityRequest,
  extendDataRequest,
  getAuthorityRequest,
  getDataRequest,
  type InputOf,
  listAuthorityRequests,
  listDataRequests,
  listMyDataRequests,
  prepareAnswer,
  sendAnswer,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { Authority } from './authority.ts';
import { DataRequests } from './data-requests.ts';

/** What authorities ask, and what people ask about their data. */
@Controller()
export class RequestsController {
  constructor(
    private readonly authority: Authority,
    private readonly data: DataRequests,
  ) {}

  @Serves(listAuthorityRequests)
  listAuthorityRequests(@Me() actor: Actor, @Input() { query }: InputOf<typeof listAuthorityRequests>) {
    return this.authority.list(actor, query);
  }

  @Serves(enterAuthorityRequest)
  enterAuthorityRequest(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof enterAuthorityRequest>) {
    return this.authority.enter(actor, params.id, body);
  }

  @Serves(getAuthorityRequest)
  getAuthorityRequest(@Me() actor: Actor, @Input() { params }: InputOf<typeof getAuthorityRequest>) {
    return this.authority.one(actor, params.id);
  }

  @Serves(prepareAnswer)
  prepareAnswer(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof prepareAnswer>) {
    return this.authority.prepare(actor, params.id, body.answer);
  }

  @Serves(sendAnswer)
  sendAnswer(@Me() actor: Actor, @Input() { params }: InputOf<typeof sendAnswer>) {
    return this.authority.send(actor, params.id);
  }

  @Serves(askAboutMyData)
  askAboutMyData(@Me() actor: Actor, @Input() { body }: InputOf<typeof askAboutMyData>) {
    return this.data.ask(actor, body);
  }

  @Serves(listMyDataRequests)
  async listMyDataRequests(@Me() actor: Actor) {
    return { items: actor.id ? await this.data.mine(actor.id) : [] };
  }

  @Serves(listDataRequests)
  listDataRequests(@Me() actor: Actor, @Input() { query }: InputOf<typeof listDataRequests>) {
    return this.data.list(actor, query);
  }

  @Serves(getDataRequest)
  getDataRequest(@Me() actor: Actor, @Input() { params }: InputOf<typeof getDataRequest>) {
    return this.data.review(actor, params.id);
  }

  @Serves(acknowledgeDataRequest)
  acknowledgeDataRequest(@Me() actor: Actor, @Input() { params }: InputOf<typeof acknowledgeDataRequest>) {
    return this.data.acknowledge(actor, params.id);
  }

  @Serves(extendDataRequest)
  extendDataRequest(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof extendDataRequest>) {
    return this.data.extend(actor, params.id, body.reason);
  }

  @Serves(decideDataRequest)
  decideDataRequest(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decideDataRequest>) {
    return this.data.decide(actor, params.id, body);
  }
}
