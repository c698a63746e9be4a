import {
  codeDelivery,
  done,
  type InputOf,
  noteSmsDelivery,
  openOfficialSession,
  openSession,
  requestCode,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { OpenOfficialSession } from './open-official-session.ts';
import { OpenSession } from './open-session.ts';
import { RequestCode } from './request-code.ts';

@Controller()
export class SignInController {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly request: RequestCode,
    private readonly open: OpenSession,
    private readonly openOfficial: OpenOfficialSession,
  ) {}

  @Serves(requestCode)
  requestCode(@Me() actor: Actor, @Input() { body }: InputOf<typeof requestCode>) {
    return this.request.run(actor, body);
  }

  @Serves(codeDelivery)
  async codeDelivery(@Input() { params }: InputOf<typeof codeDelivery>) {
    return { delivery: await this.codes.deliveryOf(params.id) };
  }

  @Serves(noteSmsDelivery)
  async noteSmsDelivery(@Input() { params, query }: InputOf<typeof noteSmsDelivery>) {
    // 5: sent to the network's end; its own counters say whether the phone took it.
    await this.codes.delivered(params, query.SendStatus === '5' && Number(query.SendSuccess ?? 0) > 0);
    return done;
  }

  @Serves(openSession)
  openSession(@Me() actor: Actor, @Input() { body }: InputOf<typeof openSession>) {
    return this.open.run(actor, body);
  }

  @Serves(openOfficialSession)
  openOfficialSession(@Me() actor: Actor, @Input() { body }: InputOf<typeof openOfficialSession>) {
    return this.openOfficial.run(actor, body);
  }
}
