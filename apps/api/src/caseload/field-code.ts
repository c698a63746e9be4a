import { type CodeSent, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity, OneTimeCodes } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { FieldPlace } from './field-place.ts';

/** Sends a code to one of the household's own phones; whoever reads it out to the helper agrees. */
@Injectable()
export class AskFieldConsent {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly codes: OneTimeCodes,
    private readonly place: FieldPlace,
  ) {}

  /** @throws Problem caseload.not-found, caseload.no-phone, caseload.own-phone and what asking for a code refuses */
  async run(actor: Actor, household: string, which: number): Promise<CodeSent> {
    await this.place.household(this.db, actor, household);
    const phone = (await this.identity.phonesOf(this.db, household))[which];
    if (!phone) throw new Problem('caseload.no-phone');
    const me = await this.identity.contact(this.db, actor.id as string);
    if (me?.phone === phone) throw new Problem('caseload.own-phone');
    await inTx(this.db, (tx) => this.place.noteLooks(tx, actor, [household]));
    return this.codes.ask(actor, { phone, purpose: 'consent', subject: household });
  }
}
