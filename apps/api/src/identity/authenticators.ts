import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '../platform/database.ts';
import { totpStep, unseal } from './secrets.ts';

/** What an official's authenticator shows, taken once each. */
@Injectable()
export class Authenticators {
  /** Spends the code that it shows now; a wrong or used one is a refusal, answered and not thrown. */
  async use(tx: Tx, person: string, code: string, now: Date): Promise<Problem | undefined> {
    const [kept] = await rows<{ secret: string }>(
      tx,
      'select totp_secret as secret from identity.credential where person = $1',
      [person],
    );
    const step = totpStep(kept && (await unseal(kept.secret, person)), code, now);
    return step !== null && (await this.spend(tx, person, step)) ? undefined : new Problem('identity.code-wrong');
  }

  /** Of two who bring the same code at the same moment, one finds it used. */
  async spend(tx: Tx, person: string, step: number): Promise<boolean> {
    const [unused] = await rows(
      tx,
      'update identity.credential set totp_step = $2 where person = $1 and totp_step < $2 returning person',
      [person, step],
    );
    return unused !== undefined;
  }
}
