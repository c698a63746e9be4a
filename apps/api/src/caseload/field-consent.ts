import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { GiveDelegation } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { EntryOf } from './field-enter.ts';
import { ConsentProof } from './field-proof.ts';
import { readingAt } from './field-reading.ts';
import { lastDay } from './field.rules.ts';

/**
 * Writes down what a household agreed to after it was read out: each purpose in its words, and what the helper may do in its
 * name until when.
 */
@Injectable()
export class TakeConsent {
  constructor(
    private readonly proof: ConsentProof,
    private readonly onboarding: Onboarding,
    private readonly give: GiveDelegation,
    private readonly clock: Clock,
  ) {}

  /**
   * A wrong code is answered, not thrown.
   * @throws Problem caseload.reading-changed, caseload.no-phone, identity.evidence-missing, onboarding.text-changed and what
   * giving a delegation refuses
   */
  async run(
    tx: Tx,
    actor: Actor,
    entry: EntryOf<'consent-code'> | EntryOf<'consent-slip'>,
  ): Promise<Problem | undefined> {
    const { id, household, body } = entry;
    const now = this.clock.now();
    const reading = await readingAt(tx, now);
    if (reading.version !== body.reading) throw new Problem('caseload.reading-changed', { version: reading.version });
    const refused =
      entry.kind === 'consent-code' ? await this.proof.code(tx, entry, now) : await this.proof.slip(tx, entry);
    if (refused) return refused;
    const how = entry.kind === 'consent-code' ? 'code' : 'slip';
    // A code has no life of its own once it was spent: the entry that spent it stands for it.
    const ref = entry.kind === 'consent-code' ? id : entry.body.paper;
    for (const { purpose, version } of body.agreed) {
      await this.onboarding.consent(tx, actor, household, { purpose, version, how, ref });
    }
    await this.give.run(tx, actor, {
      id,
      producer: household,
      person: actor.id,
      rights: body.rights,
      until: lastDay(body.until, vietnamDay(now), reading.days),
      evidence: how,
      evidenceRef: ref,
    });
    return undefined;
  }
}
