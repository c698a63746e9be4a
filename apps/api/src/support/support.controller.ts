import {
  addToMySupport,
  answerSupport,
  askSupport,
  closeSupport,
  getMySupport,
  getSupport,
  type InputOf,
  listMySupport,
  listSupport,
  listSupportTopics,
  takeSupport,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AnswerSupport } from './answer-support.ts';
import { AskSupport } from './ask-support.ts';
import { SupportQueries } from './support.queries.ts';

@Controller()
export class SupportController {
  constructor(
    private readonly support: SupportQueries,
    private readonly ask: AskSupport,
    private readonly answer: AnswerSupport,
  ) {}

  @Serves(listSupportTopics)
  async listSupportTopics() {
    return { items: await this.support.topics() };
  }

  @Serves(askSupport)
  askSupport(@Me() actor: Actor, @Input() { body }: InputOf<typeof askSupport>) {
    return this.ask.run(actor, body);
  }

  @Serves(listMySupport)
  async listMySupport(@Me() actor: Actor) {
    return { items: actor.id ? await this.support.mine(actor.id) : [] };
  }

  @Serves(getMySupport)
  getMySupport(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMySupport>) {
    return this.support.ownOne(actor, params.id);
  }

  @Serves(addToMySupport)
  addToMySupport(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof addToMySupport>) {
    return this.answer.add(actor, params.id, body);
  }

  @Serves(listSupport)
  listSupport(@Me() actor: Actor, @Input() { query }: InputOf<typeof listSupport>) {
    return this.support.queue(actor, query);
  }

  @Serves(getSupport)
  getSupport(@Me() actor: Actor, @Input() { params }: InputOf<typeof getSupport>) {
    return this.support.shown(actor, params.id);
  }

  @Serves(takeSupport)
  takeSupport(@Me() actor: Actor, @Input() { params }: InputOf<typeof takeSupport>) {
    return this.answer.take(actor, params.id);
  }

  @Serves(answerSupport)
  answerSupport(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof answerSupport>) {
    return this.answer.answer(actor, params.id, body);
  }

  @Serves(closeSupport)
  closeSupport(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof closeSupport>) {
    return this.answer.close(actor, params.id, body.done);
  }
}
