import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Invitation } from './household.entity.ts';
import { mustHold } from './reach.rules.ts';

export interface NewInvitation {
  id: string;
  producer: string;
  /** `+84…` */
  phone: string;
  role: Invitation['role'];
}

const day = 86_400_000;
/** An invitation waits so long for its answer. */
const waits = 30 * day;
const mostOpen = 300;

/**
 * Asks somebody by her number. Nobody looks whose number it is: the answer is the same for known and unknown ones, and who proves
 * the number finds the invitation. Asking again while one waits changes nothing.
 */
@Injectable()
export class Invite {
  constructor(private readonly clock: Clock) {}

  /** @throws Problem platform.not-found, platform.not-allowed, platform.invalid-input, identity.producer-closed, identity.too-many-entries */
  async run(tx: Tx, actor: Actor, { id, producer, phone, role }: NewInvitation): Promise<void> {
    mustHold(actor, producer, 'member.manage');
    const now = this.clock.now();
    const [found] = await rows<{ kind: string; closed: boolean; open: number }>(
      tx,
      `select kind, closed_at is not null as closed, (select count(*)::int from identity.invitation i
         where i.producer = p.id and i.answered_at is null and i.expires_at > $2) as open
       from identity.producer p where p.id = $1 for share`,
      [producer, now],
    );
    if (!found) throw new Problem('platform.not-found');
    if (found.closed) throw new Problem('identity.producer-closed');
    if (found.open >= mostOpen) throw new Problem('identity.too-many-entries', { most: mostOpen });
    if (found.kind === 'household' && role !== 'household-member') {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'role', rule: 'custom', message: 'household-member' }],
      });
    }
    await tx.query(
      `update identity.invitation set answered_at = $4, answer = 'withdrawn'
       where producer = $1 and phone = $2 and role = $3 and answered_at is null and expires_at <= $4`,
      [producer, phone, role, now],
    );
    await tx.query(
      `insert into identity.invitation (id, producer, phone, role, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, producer, phone, role, now, actor.id, new Date(now.getTime() + waits)],
    );
  }

  /** Takes it back. @throws Problem platform.not-found, platform.not-allowed */
  async withdraw(tx: Tx, actor: Actor, { producer, id }: { producer: string; id: string }): Promise<void> {
    mustHold(actor, producer, 'member.manage');
    await tx.query(
      `update identity.invitation set answered_at = $3, answered_by = $4, answer = 'withdrawn'
       where id = $1 and producer = $2 and answered_at is null`,
      [id, producer, this.clock.now(), actor.id],
    );
  }
}
