import { areaOf, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';

interface Ended {
  id: string;
  producer: string;
  commune: string;
}

/**
 * Ends a delegation at once, and states `delegation.ended`: by a head of the household that gave it, by
 * whoever received it, or by an officer whom the household asked.
 * The delegate's very next request finds nothing. Ending it again changes nothing.
 */
@Injectable()
export class EndDelegation {
  constructor(private readonly clock: Clock) {}

  /** @throws Problem platform.not-found for somebody else's */
  async run(tx: Tx, actor: Actor, delegation: string): Promise<void> {
    const [found] = await rows<{ producer: string; person: string | null; receiver: string | null }>(
      tx,
      'select producer, person, receiver from identity.delegation where id = $1',
      [delegation],
    );
    const mine =
      found &&
      (actor.kind === 'system' ||
        producersOf(actor, 'delegation.give').includes(found.producer) ||
        found.person === actor.id ||
        producersOf(actor, 'member.manage').includes(found.receiver ?? ''));
    if (!mine) throw new Problem('platform.not-found');
    await this.end(tx, actor, 'd.id = $2', [delegation]);
  }

  /**
   * For a household of the officer's area that asked her: not every household has a phone of its own. The fact keeps the reason.
   * @throws Problem platform.not-found for another household's, or one elsewhere
   */
  async byOfficer(
    tx: Tx,
    actor: Actor,
    { id, delegation }: { id: string; delegation: string },
    reason: string,
  ): Promise<void> {
    const { communes, provinces, everywhere } = areaOf(actor, 'delegation.end-for');
    const [found] = await rows(
      tx,
      `select 1 from identity.delegation d join identity.producer p on p.id = d.producer
       where d.id = $1 and p.id = $2 and ($5 or p.commune = any($3::text[]) or p.province = any($4::text[]))`,
      [delegation, id, communes, provinces, everywhere],
    );
    if (!found) throw new Problem('platform.not-found');
    await this.end(tx, actor, 'd.id = $2', [delegation], reason);
  }

  /** All that a household gave to its cooperative: it is a member no more. */
  async ofMember(tx: Tx, actor: Actor, { household, cooperative }: { household: string; cooperative: string }) {
    await this.end(tx, actor, 'd.producer = $2 and d.receiver = $3', [household, cooperative]);
  }

  /** All that a household gave to this person: she belongs to it now. */
  async toPerson(tx: Tx, actor: Actor, { producer, person }: { producer: string; person: string }): Promise<void> {
    await this.end(tx, actor, 'd.producer = $2 and d.person = $3', [producer, person]);
  }

  /** All that households of a commune gave to this person: she is no helper there any more. */
  async toHelper(tx: Tx, actor: Actor, { person, commune }: { person: string; commune: string }): Promise<void> {
    await this.end(tx, actor, `d.person = $2 and p.commune = $3 and ${noHelperNow}`, [person, commune]);
  }

  private async end(tx: Tx, actor: Actor, which: string, values: readonly string[], reason?: string): Promise<void> {
    const by = actor.kind === 'system' ? null : actor.id;
    const ended = await rows<Ended>(
      tx,
      `update identity.delegation d set ended_at = $1, ended_by = $${values.length + 2}
       from identity.producer p where p.id = d.producer and d.ended_at is null and d.valid_until > $1 and ${which}
       returning d.id, d.producer, p.commune`,
      [this.clock.now(), ...values, by],
    );
    for (const { id, producer, commune } of ended) {
      await record(tx, actor, 'delegation.ended', producer, {
        ...{ producer, delegation: id, commune },
        ...(reason ? { reason } : {}),
      });
    }
  }
}

const noHelperNow = `not exists (select 1 from identity.access_grant g where g.person = d.person and g.role = 'helper'
  and g.commune = p.commune and g.valid_from <= $1 and (g.valid_until is null or g.valid_until > $1))`;
