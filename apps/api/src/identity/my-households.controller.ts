import {
  answerInvitation,
  done,
  type InputOf,
  listClaims,
  listMyInvitations,
  refuseClaim,
  shareDevice,
  takeProducerOver,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Me } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AnswerInvitation } from './answer-invitation.ts';
import { ClaimQueries } from './claim.queries.ts';
import { HouseholdQueries } from './household.queries.ts';
import { ShareDevice } from './share-device.ts';
import { TakeOverProducer } from './take-over-producer.ts';

/** What waits for whoever proved a number: households entered with it, and invitations. */
@Controller()
export class MyHouseholdsController {
  constructor(
    private readonly db: DataSource,
    private readonly households: HouseholdQueries,
    private readonly claims: ClaimQueries,
    private readonly answer: AnswerInvitation,
    private readonly takeOver: TakeOverProducer,
    private readonly share: ShareDevice,
  ) {}

  @Serves(listMyInvitations)
  listMyInvitations(@Me() actor: Actor) {
    return this.households.invitations(actor);
  }

  @Serves(answerInvitation)
  async answerInvitation(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof answerInvitation>) {
    await inTx(this.db, (tx) => this.answer.run(tx, actor, params.id, body));
    return done;
  }

  @Serves(listClaims)
  async listClaims(@Me() actor: Actor) {
    return { items: await this.claims.list(actor) };
  }

  @Serves(takeProducerOver)
  async takeProducerOver(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof takeProducerOver>) {
    await inTx(this.db, (tx) => this.takeOver.run(tx, actor, { producer: params.id, name: body.name }));
    return done;
  }

  @Serves(refuseClaim)
  async refuseClaim(@Me() actor: Actor, @Input() { params }: InputOf<typeof refuseClaim>) {
    await inTx(this.db, (tx) => this.takeOver.refuse(tx, actor, params.id));
    return done;
  }

  @Serves(shareDevice)
  shareDevice(@Me() actor: Actor, @Input() { body }: InputOf<typeof shareDevice>) {
    return this.share.run(actor, body.shared);
  }
}
