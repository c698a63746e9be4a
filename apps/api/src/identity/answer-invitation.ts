import { Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Invitation } from './household.entity.ts';
import { JoinCooperative } from './join-cooperative.ts';
import { JoinProducer } from './join-producer.ts';

export interface InvitationAnswer {
  yes: boolean;
  /** The household that joins a cooperative. */
  household?: string | undefined;
}

type Asked = Pick<Invitation, 'producer' | 'role' | 'answeredAt' | 'answer' | 'expiresAt'>;

/** Says yes or no to an invitation that came to a number she proved. The same answer again changes nothing. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly join: JoinProducer,
    private readonly joinCooperative: JoinCooperative,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found, identity.invitation-ended, platform.invalid-input */
  async run(tx: Tx, actor: Actor, id: string, { yes, household }: InvitationAnswer): Promise<void> {
    const now = this.clock.now();
    const [asked] = await rows<Asked>(
      tx,
      `select i.producer, i.role, i.answered_at as "answeredAt", i.answer, i.expires_at as "expiresAt"
       from identity.invitation i where i.id = $1 and ${toMe} for update`,
      [id, actor.kind === 'person' ? actor.id : null, producersOf(actor, 'member.manage')],
    );
    if (!asked) throw new Problem('platform.not-found');
    if (asked.answer === (yes ? 'yes' : 'no')) return;
    if (asked.answeredAt || asked.expiresAt <= now) throw new Problem('identity.invitation-ended');
    await tx.query('update identity.invitation set answered_at = $2, answered_by = $3, answer = $4 where id = $1', [
      id,
      now,
      actor.id,
      yes ? 'yes' : 'no',
    ]);
    if (!yes || actor.id === null) return;
    const { producer, role } = asked;
    if (role !== 'member-household') {
      await this.join.run(tx, actor, { producer, person: actor.id, role });
      return;
    }
    if (!household) {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'household', rule: 'custom', message: 'choose one' }],
      });
    }
    await this.joinCooperative.run(tx, actor, { cooperative: producer, household, evidence: 'own-hand' });
  }
}

/**
 * An invitation `i` came to the person `$2`: to the number she signs in with or, for a household, to a number of one she is a
 * head of (`$3`).
 */
export const toMe = `(i.phone = (select phone from identity.person where id = $2::uuid and kind = 'person')
  or i.role = 'member-household' and i.phone in (select phone from identity.producer_phone where producer = any($3::uuid[])))`;
