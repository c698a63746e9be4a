import {
  attestRequirement,
  closeStall,
  getMyApplication,
  giveConsent,
  handIn,
  type InputOf,
  listMyProducers,
  proveIdentity,
  type ResultOf,
  saveAnswers,
  setPayout,
  setTaxCode,
  startApplication,
  withdrawConsent,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ApplicationQueries } from './application.queries.ts';
import { AttestRequirement } from './attest-requirement.ts';
import { CloseStall } from './close-stall.ts';
import { GiveConsent } from './give-consent.ts';
import { HandIn } from './hand-in.ts';
import { ProveIdentity } from './prove-identity.ts';
import { SaveAnswers } from './save-answers.ts';
import { SetPayout } from './set-payout.ts';
import { SetTaxCode } from './set-tax-code.ts';
import { StartApplication } from './start-application.ts';
import { WithdrawConsent } from './withdraw-consent.ts';

type Detail = ResultOf<typeof getMyApplication>;

/** What a household or cooperative does with its own application, or somebody for it. */
@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly start: StartApplication,
    private readonly answers: SaveAnswers,
    private readonly consent: GiveConsent,
    private readonly withdraw: WithdrawConsent,
    private readonly prove: ProveIdentity,
    private readonly attest: AttestRequirement,
    private readonly payout: SetPayout,
    private readonly taxCode: SetTaxCode,
    private readonly submit: HandIn,
    private readonly close: CloseStall,
  ) {}

  @Serves(startApplication)
  startApplication(@Me() actor: Actor, @Input() { body }: InputOf<typeof startApplication>): Promise<Detail> {
    return this.start.run(actor, body);
  }

  @Serves(listMyProducers)
  async listMyProducers(@Me() actor: Actor): Promise<ResultOf<typeof listMyProducers>> {
    return { items: await this.applications.mine(actor) };
  }

  @Serves(getMyApplication)
  getMyApplication(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMyApplication>): Promise<Detail> {
    return this.applications.own(actor, params.id);
  }

  @Serves(saveAnswers)
  saveAnswers(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof saveAnswers>): Promise<Detail> {
    return this.answers.run(actor, params.id, body.answers);
  }

  @Serves(giveConsent)
  giveConsent(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof giveConsent>): Promise<Detail> {
    return this.consent.run(actor, params.id, { purpose: body.purpose, version: body.version });
  }

  @Serves(withdrawConsent)
  withdrawConsent(@Me() actor: Actor, @Input() { params }: InputOf<typeof withdrawConsent>): Promise<Detail> {
    return this.withdraw.run(actor, params.id, params.purpose);
  }

  @Serves(proveIdentity)
  proveIdentity(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof proveIdentity>): Promise<Detail> {
    return this.prove.run(actor, params.id, body);
  }

  @Serves(attestRequirement)
  attestRequirement(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof attestRequirement>): Promise<Detail> {
    return this.attest.run(actor, params, body);
  }

  @Serves(setPayout)
  setPayout(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof setPayout>): Promise<Detail> {
    return this.payout.run(actor, params.id, body);
  }

  @Serves(setTaxCode)
  setTaxCode(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof setTaxCode>): Promise<Detail> {
    return this.taxCode.run(actor, params.id, body.taxCode);
  }

  @Serves(handIn)
  handIn(@Me() actor: Actor, @Input() { params }: InputOf<typeof handIn>): Promise<Detail> {
    return this.submit.run(actor, params.id);
  }

  @Serves(closeStall)
  closeStall(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof closeStall>): Promise<Detail> {
    return this.close.run(actor, params.id, body.reason);
  }
}
