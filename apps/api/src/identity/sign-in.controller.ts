import { type InputOf, openOfficialSession, openSession, requestCode } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { OpenOfficialSession } from './open-official-session.ts';
import { OpenSession } from './open-session.ts';
import { RequestCode } from './request-code.ts';

@Controller()
export class SignInController {
  constructor(
    private readonly request: RequestCode,
    private readonly open: OpenSession,
    private readonly openOfficial: OpenOfficialSession,
  ) {}

  @Serves(requestCode)
  requestCode(@Me() actor: Actor, @Input() { body }: InputOf<typeof requestCode>) {
    return this.request.run(actor, body);
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
