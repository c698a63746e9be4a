import {
  addPhone,
  type HouseholdView,
  getCooperative,
  getHousehold,
  type InputOf,
  inviteToProducer,
  leaveCooperative,
  done,
  leaveProducer,
  passProducerOn,
  removeCooperativeMember,
  removeMember,
  removePhone,
  withdrawInvitation,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CooperativeQueries } from './cooperative.queries.ts';
import { HouseholdActs } from './household-acts.ts';
import { HouseholdQueries } from './household.queries.ts';

/** A household or cooperative by its own people. */
@Controller()
export class HouseholdsController {
  constructor(
    private readonly households: HouseholdQueries,
    private readonly cooperatives: CooperativeQueries,
    private readonly acts: HouseholdActs,
  ) {}

  @Serves(getHousehold)
  getHousehold(@Me() actor: Actor, @Input() { params }: InputOf<typeof getHousehold>): Promise<HouseholdView> {
    return this.households.get(actor, params.id);
  }

  @Serves(addPhone)
  async addPhone(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof addPhone>): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.phones.add(tx, actor, { producer: params.id, phone: body.phone }));
    return this.households.get(actor, params.id);
  }

  @Serves(removePhone)
  async removePhone(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof removePhone>,
  ): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.phones.remove(tx, actor, { producer: params.id, phone: body.phone }));
    return this.households.get(actor, params.id);
  }

  @Serves(inviteToProducer)
  async inviteToProducer(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof inviteToProducer>,
  ): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.invite.run(tx, actor, { ...body, producer: params.id }));
    return this.households.get(actor, params.id);
  }

  @Serves(withdrawInvitation)
  async withdrawInvitation(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof withdrawInvitation>,
  ): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.invite.withdraw(tx, actor, { producer: params.id, id: params.invitation }));
    return this.households.get(actor, params.id);
  }

  @Serves(removeMember)
  async removeMember(@Me() actor: Actor, @Input() { params }: InputOf<typeof removeMember>): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.leave.run(tx, actor, { producer: params.id, person: params.person }));
    return this.households.get(actor, params.id);
  }

  @Serves(leaveProducer)
  async leaveProducer(@Me() actor: Actor, @Input() { params }: InputOf<typeof leaveProducer>) {
    await this.acts.do((tx) => this.acts.leave.run(tx, actor, { producer: params.id, person: actor.id ?? '' }));
    return done;
  }

  @Serves(passProducerOn)
  async passProducerOn(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof passProducerOn>,
  ): Promise<HouseholdView> {
    await this.acts.do((tx) => this.acts.passOn.run(tx, actor, { producer: params.id, person: body.person }));
    return this.households.get(actor, params.id);
  }

  @Serves(leaveCooperative)
  async leaveCooperative(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof leaveCooperative>,
  ): Promise<HouseholdView> {
    const pair = { household: params.id, cooperative: params.cooperative };
    await this.acts.do((tx) => this.acts.leaveCooperative.run(tx, actor, pair));
    return this.households.get(actor, params.id);
  }

  @Serves(getCooperative)
  getCooperative(@Me() actor: Actor, @Input() { params }: InputOf<typeof getCooperative>) {
    return this.cooperatives.get(actor, params.id);
  }

  @Serves(removeCooperativeMember)
  async removeCooperativeMember(@Me() actor: Actor, @Input() { params }: InputOf<typeof removeCooperativeMember>) {
    const pair = { household: params.household, cooperative: params.id };
    await this.acts.do((tx) => this.acts.leaveCooperative.run(tx, actor, pair));
    return done;
  }
}
