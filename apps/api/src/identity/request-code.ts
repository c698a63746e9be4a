import type { BodyOf, CodeSent, requestCode } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { OneTimeCodes } from './one-time-codes.ts';

/** Sends a code to sign in with, to whoever asks. */
@Injectable()
export class RequestCode {
  constructor(private readonly codes: OneTimeCodes) {}

  run(actor: Actor, asked: BodyOf<typeof requestCode>): Promise<CodeSent> {
    // Signed in or not: a shared phone may have somebody signed in already.
    return this.codes.ask({ ...actor, kind: 'guest' }, { ...asked, purpose: 'sign-in' });
  }
}
