import {
  areaOf,
  type BodyOf,
  type answerClaim,
  type OrderClaim,
  type decideClaim,
  Problem,
  producersOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type ClaimRow, claimView, claimWhere, inArea } from './claim.queries.ts';
import { mostBack } from './claim.rules.ts';

interface Decision {
  amount: number;
  reason: string | null;
  as: 'producer' | 'official';
}

/**
 * What becomes of a claim. A producer may give back so much, which is her own to decide, or say how she sees it; then, or when
 * she says nothing, an official of her area decides and says why. Each once; the same again changes nothing.
 */
@Injectable()
export class DecideClaim {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  answer(actor: Actor, id: string, said: BodyOf<typeof answerClaim>): Promise<OrderClaim> {
    return inTx(this.db, async (tx) => {
      const mine = producersOf(actor, 'parcel.handle');
      const claim = await claimWhere(tx, 'c.id = $1 and p.producer = any($2::uuid[])', [id, mine], 'for update of c');
      if ('refund' in said) {
        await this.end(tx, actor, claim, { amount: said.refund, reason: said.words || null, as: 'producer' });
      } else if (claim.answer !== said.words) await this.dispute(tx, actor, claim, said.words);
      return claimView(await claimWhere(tx, 'c.id = $1', [id]));
    });
  }

  decide(actor: Actor, id: string, { amount, reason }: BodyOf<typeof decideClaim>): Promise<OrderClaim> {
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'claim.decide');
      const claim = await claimWhere(tx, `c.id = $1 and ${inArea}`, [id, communes, provinces], 'for update of c');
      // The producer is heard first, as long as her time runs.
      if (!claim.decidedAt && !claim.answeredAt && this.clock.now() < claim.answerBy) {
        throw new Problem('ordering.claim-unanswered', { until: claim.answerBy.toISOString() });
      }
      await this.end(tx, actor, claim, { amount, reason, as: 'official' });
      return claimView(await claimWhere(tx, 'c.id = $1', [id]));
    });
  }

  private async dispute(tx: Tx, actor: Actor, claim: ClaimRow, words: string): Promise<void> {
    if (claim.decidedAt || claim.answeredAt) throw new Problem('ordering.claim-decided');
    await rows(tx, 'update ordering.claim set answer = $2, answered_at = $3, answered_by = $4 where id = $1', [
      claim.id,
      words,
      this.clock.now(),
      actor.id,
    ]);
    await record(tx, actor, 'claim.answered', claim.parcel, facts(claim));
  }

  private async end(tx: Tx, actor: Actor, claim: ClaimRow, { amount, reason, as }: Decision): Promise<void> {
    if (claim.decidedAt) {
      if (claim.amount === amount && claim.decidedAs === as) return; // the same tap, again
      throw new Problem('ordering.claim-decided');
    }
    const most = mostBack(claim, claim.before);
    if (amount > most) throw new Problem('ordering.refund-too-much', { most });
    const outcome = amount > 0 ? 'refunded' : 'refused';
    await rows(tx, decided, [claim.id, outcome, amount, reason, as, actor.id, this.clock.now()]);
    const { payment, province } = claim;
    await record(tx, actor, 'claim.decided', claim.parcel, {
      ...facts(claim),
      refund: amount,
      reason,
      by: as,
      payment,
      province,
    });
  }
}

const facts = ({ id, order, orderCode, parcelCode, producer, commune }: ClaimRow) => ({
  claim: id,
  order,
  orderCode,
  code: parcelCode,
  producer,
  commune,
});

const decided = `update ordering.claim set outcome = $2, amount = $3, reason = $4, decided_as = $5, decided_by = $6, decided_at = $7
  where id = $1`;
