import { belongsTo, type DelegableRight, Problem, producersOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type DelegationEvidence, endOf, judgeDelegation } from './delegation.rules.ts';
import { mayAssist, type Place } from './reach.rules.ts';

export interface NewDelegation {
  /** Made by whoever sends it: the same one again changes nothing. */
  id: string;
  /** The household or cooperative that gives it. */
  producer: string;
  /** To a person … */
  person?: string | null;
  /** … or to whoever manages this cooperative, of which the household is a member. */
  receiver?: string | null;
  /** Of `delegable`. */
  rights: readonly string[];
  /** The last day it holds, `YYYY-MM-DD` in Vietnam. */
  until: string;
  evidence: DelegationEvidence;
  /** The code's or the signed slip's id; asked for with `code` and `slip`. */
  evidenceRef?: string | null;
  /** Who of the household gave it; with `own-hand` the one who acts. */
  givenBy?: string | null;
}

type Giver = Place & { closed: boolean };

/**
 * A household or cooperative lets somebody do some things in its name, until a day, and states `delegation.given`. By own hand
 * only its heads can; with a code or a slip, who may assist the household writes down what it gave.
 */
@Injectable()
export class GiveDelegation {
  constructor(private readonly clock: Clock) {}

  /**
   * Answers the delegation's id.
   * @throws Problem platform.not-found, platform.not-allowed, identity.producer-closed, identity.right-not-delegable,
   * identity.delegation-too-long, identity.evidence-missing, identity.not-a-member
   */
  async run(tx: Tx, actor: Actor, given: NewDelegation): Promise<string> {
    const { id, producer, person = null, receiver = null, evidence, evidenceRef = null } = given;
    const now = this.clock.now();
    const giver = await this.giver(tx, producer);
    this.mayRecord(actor, producer, giver, evidence);
    if (evidence !== 'own-hand' && !evidenceRef) throw new Problem('identity.evidence-missing');
    if ((person === null) === (receiver === null)) throw new Problem('platform.invalid-input', { field: 'receiver' });
    const [known] = await rows<{ producer: string }>(tx, 'select producer from identity.delegation where id = $1', [
      id,
    ]);
    if (known && known.producer !== producer) throw new Problem('platform.not-found');
    if (known) return id;
    if (giver.closed) throw new Problem('identity.producer-closed');
    const rights = judgeDelegation(given, { today: vietnamDay(now), months: await this.months(tx, now) });
    if (receiver) await this.isMemberOf(tx, receiver, producer);
    if (person) await this.isSomebodyElse(tx, person, producer);
    await this.write(tx, actor, { ...given, person, receiver, rights, evidenceRef }, now);
    await record(tx, actor, 'delegation.given', producer, {
      producer,
      delegation: id,
      person,
      to: receiver,
      commune: giver.commune,
      rights,
    });
    return id;
  }

  /** The household's row stays locked, so that it is not closed, and its membership not ended, meanwhile. */
  private async giver(tx: Tx, producer: string): Promise<Giver> {
    const [giver] = await rows<Giver>(
      tx,
      `select commune, province, hamlet, closed_at is not null as closed from identity.producer where id = $1 for share`,
      [producer],
    );
    if (!giver) throw new Problem('platform.not-found');
    return giver;
  }

  private mayRecord(actor: Actor, producer: string, giver: Giver, evidence: DelegationEvidence): void {
    if (actor.kind === 'system' || producersOf(actor, 'delegation.give').includes(producer)) return;
    if (belongsTo(actor, producer)) throw new Problem('platform.not-allowed', { right: 'delegation.give' });
    if (!mayAssist(actor, giver)) throw new Problem('platform.not-found');
    if (evidence === 'own-hand') throw new Problem('platform.not-allowed', { right: 'delegation.give' });
  }

  private async months(tx: Tx, now: Date): Promise<number> {
    const [limit] = await rows<{ months: number }>(
      tx,
      'select months from identity.delegation_limit where valid_from <= $1 order by valid_from desc limit 1',
      [vietnamDay(now)],
    );
    if (!limit) throw new Error('no row says how long a delegation may last');
    return limit.months;
  }

  /** A cooperative may act for its own members alone; the row is locked, so leaving waits and then ends this too. */
  private async isMemberOf(tx: Tx, cooperative: string, household: string): Promise<void> {
    const [member] = await rows(
      tx,
      `select 1 from identity.cooperative_member where cooperative = $1 and household = $2 and until is null for share`,
      [cooperative, household],
    );
    if (!member) throw new Problem('identity.not-a-member');
  }

  /** Somebody who signs in with a phone; who belongs to the household needs no delegation. */
  private async isSomebodyElse(tx: Tx, person: string, producer: string): Promise<void> {
    const [known] = await rows<{ belongs: boolean }>(
      tx,
      `select exists (select 1 from identity.membership m where m.producer = $2 and m.person = p.id and m.until is null) as belongs
       from identity.person p where p.id = $1 and p.kind = 'person' and p.suspended_at is null`,
      [person, producer],
    );
    if (!known) throw new Problem('platform.not-found');
    if (known.belongs) throw new Problem('identity.already-member');
  }

  private async write(
    tx: Tx,
    actor: Actor,
    given: NewDelegation & { rights: DelegableRight[] },
    now: Date,
  ): Promise<void> {
    const by = actor.kind === 'system' ? null : actor.id;
    const { id, producer, person, receiver, rights, until, evidence, evidenceRef, givenBy } = given;
    await tx.query(
      `insert into identity.delegation (id, producer, person, receiver, rights, valid_from, valid_until, given_by, recorded_by,
         evidence, evidence_ref)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        producer,
        person,
        receiver,
        rights,
        now,
        endOf(until),
        evidence === 'own-hand' ? by : (givenBy ?? null),
        by,
        evidence,
        evidenceRef,
      ],
    );
  }
}
