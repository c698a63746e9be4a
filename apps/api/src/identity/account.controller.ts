import {
  askPhoneCode,
  askProof,
  beginAuthenticator,
  changePassword,
  changePhone,
  done,
  type InputOf,
  keepAuthenticator,
  listMyRecoveries,
  mySecurity,
  prove,
  renewRecoveryCodes,
  stopMyRecovery,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AccountActs } from './account-acts.ts';

/** What somebody does about how she signs in. */
@Controller()
export class AccountController {
  constructor(private readonly acts: AccountActs) {}

  @Serves(askProof)
  askProof(@Me() actor: Actor, @Input() { body }: InputOf<typeof askProof>) {
    return this.acts.prove.ask(actor, body.by);
  }

  @Serves(prove)
  prove(@Me() actor: Actor, @Input() { body }: InputOf<typeof prove>) {
    return this.acts.prove.run(actor, body.code);
  }

  @Serves(askPhoneCode)
  askPhoneCode(@Me() actor: Actor, @Input() { body }: InputOf<typeof askPhoneCode>) {
    return this.acts.phone.ask(actor, body.phone, body.by);
  }

  @Serves(changePhone)
  changePhone(@Me() actor: Actor, @Input() { body }: InputOf<typeof changePhone>) {
    return this.acts.phone.run(actor, body);
  }

  @Serves(listMyRecoveries)
  async listMyRecoveries(@Me() actor: Actor) {
    return { items: await this.acts.recoveries.mine(actor) };
  }

  @Serves(stopMyRecovery)
  async stopMyRecovery(@Me() actor: Actor, @Input() { params }: InputOf<typeof stopMyRecovery>) {
    await this.acts.stop.byHolder(actor, params.id);
    return done;
  }

  @Serves(mySecurity)
  mySecurity(@Me() actor: Actor) {
    return this.acts.security.mine(actor);
  }

  @Serves(changePassword)
  async changePassword(@Me() actor: Actor, @Input() { body }: InputOf<typeof changePassword>) {
    await this.acts.password.run(actor, body);
    return done;
  }

  @Serves(beginAuthenticator)
  beginAuthenticator(@Me() actor: Actor) {
    return this.acts.authenticator.begin(actor);
  }

  @Serves(keepAuthenticator)
  async keepAuthenticator(@Me() actor: Actor, @Input() { body }: InputOf<typeof keepAuthenticator>) {
    await this.acts.authenticator.keep(actor, body.totp);
    return done;
  }

  @Serves(renewRecoveryCodes)
  renewRecoveryCodes(@Me() actor: Actor) {
    return this.acts.security.renewCodes(actor);
  }
}
