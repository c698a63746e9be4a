import {
  addToComplaint,
  answerComplaint,
  askAboutComplaint,
  decideComplaint,
  getComplaint,
  getComplaintAboutMe,
  getComplaintCase,
  type InputOf,
  listComplaints,
  listComplaintsAboutMe,
  listComplaintTopics,
  listMyComplaints,
  listOrderComplaints,
  makeComplaint,
  reopenComplaint,
  takeComplaint,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ComplaintQueries } from './complaint.queries.ts';
import { HandleComplaint } from './handle-complaint.ts';
import { MakeComplaint } from './make-complaint.ts';
import { WriteToComplaint } from './write-to-complaint.ts';

@Controller()
export class ComplaintsController {
  constructor(
    private readonly complaints: ComplaintQueries,
    private readonly make: MakeComplaint,
    private readonly write: WriteToComplaint,
    private readonly handle: HandleComplaint,
  ) {}

  @Serves(listComplaintTopics)
  async listComplaintTopics() {
    return { items: await this.complaints.topics() };
  }

  @Serves(makeComplaint)
  makeComplaint(@Me() actor: Actor, @Input() { body }: InputOf<typeof makeComplaint>) {
    return this.make.run(actor, body);
  }

  @Serves(getComplaint)
  getComplaint(@Me() actor: Actor, @Input() { params, query }: InputOf<typeof getComplaint>) {
    return this.complaints.ownOne(actor, params.number, query.key);
  }

  @Serves(addToComplaint)
  addToComplaint(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof addToComplaint>) {
    return this.write.add(actor, params.number, body);
  }

  @Serves(reopenComplaint)
  reopenComplaint(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof reopenComplaint>) {
    return this.write.reopen(actor, params.number, body);
  }

  @Serves(listOrderComplaints)
  listOrderComplaints(@Input() { params, query }: InputOf<typeof listOrderComplaints>) {
    return this.complaints.ofOrder(params.code, query.key);
  }

  @Serves(listMyComplaints)
  listMyComplaints(@Me() actor: Actor) {
    return this.complaints.mine(actor);
  }

  @Serves(listComplaintsAboutMe)
  listComplaintsAboutMe(@Me() actor: Actor, @Input() { query }: InputOf<typeof listComplaintsAboutMe>) {
    return this.complaints.about(actor, query);
  }

  @Serves(getComplaintAboutMe)
  getComplaintAboutMe(@Me() actor: Actor, @Input() { params }: InputOf<typeof getComplaintAboutMe>) {
    return this.complaints.aboutOne(actor, params.id);
  }

  @Serves(answerComplaint)
  answerComplaint(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof answerComplaint>) {
    return this.write.answer(actor, params.id, body);
  }

  @Serves(listComplaints)
  listComplaints(@Me() actor: Actor, @Input() { query }: InputOf<typeof listComplaints>) {
    return this.complaints.queue(actor, query);
  }

  @Serves(getComplaintCase)
  getComplaintCase(@Me() actor: Actor, @Input() { params }: InputOf<typeof getComplaintCase>) {
    return this.complaints.shown(actor, params.id);
  }

  @Serves(takeComplaint)
  takeComplaint(@Me() actor: Actor, @Input() { params }: InputOf<typeof takeComplaint>) {
    return this.handle.take(actor, params.id);
  }

  @Serves(askAboutComplaint)
  askAboutComplaint(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof askAboutComplaint>) {
    return this.handle.ask(actor, params.id, body);
  }

  @Serves(decideComplaint)
  decideComplaint(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decideComplaint>) {
    return this.handle.decide(actor, params.id, body);
  }
}
