import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Identity, OneTimeCodes } from '../identity/index.ts';
import { Papers } from '../papers/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EntryOf } from './field-enter.ts';

/** What shows that a household agreed: a code that went to its own phone, or the photograph of a signed slip. */
@Injectable()
export class ConsentProof {
  constructor(
    private readonly identity: Identity,
    private readonly codes: OneTimeCodes,
    private readonly papers: Papers,
  ) {}

  /** Answers what the code was refused for: the try is counted when the transaction commits. @throws Problem caseload.no-phone */
  async code(tx: Tx, { household, body }: EntryOf<'consent-code'>, now: Date): Promise<Problem | undefined> {
    const phone = (await this.identity.phonesOf(tx, household))[body.which];
    if (!phone) throw new Problem('caseload.no-phone');
    return this.codes.use(tx, { phone, purpose: 'consent', subject: household, code: body.code }, now);
  }

  /** @throws Problem identity.evidence-missing */
  async slip(tx: Tx, { household, body }: EntryOf<'consent-slip'>): Promise<void> {
    const slip = (await this.papers.of(tx, household)).find(({ id }) => id === body.paper);
    if (slip?.kind !== 'consent-slip' || slip.sheets.length === 0 || slip.state === 'refused') {
      throw new Problem('identity.evidence-missing');
    }
  }
}
