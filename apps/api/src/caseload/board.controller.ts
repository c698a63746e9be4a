import {
  assignCases,
  dropVisit,
  getCase,
  getTour,
  type InputOf,
  listCases,
  listHelpers,
  noteVisit,
  planVisit,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AssignHelper } from './board-assign.ts';
import { BoardQueries } from './board.queries.ts';
import { KeepVisit } from './visit-note.ts';

@Controller()
export class BoardController {
  constructor(
    private readonly board: BoardQueries,
    private readonly visits: KeepVisit,
    private readonly assign: AssignHelper,
  ) {}

  @Serves(listCases)
  listCases(@Me() actor: Actor, @Input() { query }: InputOf<typeof listCases>) {
    return this.board.list(actor, query);
  }

  @Serves(getCase)
  getCase(@Me() actor: Actor, @Input() { params }: InputOf<typeof getCase>) {
    return this.board.detail(actor, params.id);
  }

  @Serves(planVisit)
  planVisit(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof planVisit>) {
    return this.visits.plan(actor, params.id, params.visit, body.day);
  }

  @Serves(dropVisit)
  dropVisit(@Me() actor: Actor, @Input() { params }: InputOf<typeof dropVisit>) {
    return this.visits.drop(actor, params.id, params.visit);
  }

  @Serves(noteVisit)
  noteVisit(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof noteVisit>) {
    return this.visits.note(actor, params.id, body);
  }

  @Serves(listHelpers)
  listHelpers(@Me() actor: Actor, @Input() { query }: InputOf<typeof listHelpers>) {
    return this.assign.helpers(actor, query);
  }

  @Serves(assignCases)
  assignCases(@Me() actor: Actor, @Input() { body }: InputOf<typeof assignCases>) {
    return this.assign.run(actor, body);
  }

  @Serves(getTour)
  getTour(@Me() actor: Actor, @Input() { params, query }: InputOf<typeof getTour>) {
    return this.board.tour(actor, params, query);
  }
}
