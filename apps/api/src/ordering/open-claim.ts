import { type BodyOf, type OrderClaim, type openClaim, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { claimView, claimWhere } from './claim.queries.ts';
import { hoursAfter, mostBack, refuseLate } from './claim.rules.ts';
import { claimFacts } from './order.facts.ts';
import { lockBuyersOrder } from './lock-order.ts';
import { notFound, parcelsOf } from './order.queries.ts';
import { claimAnswerWithin, claimWithin } from './rule-at.ts';

/** The buyer says what is wrong with a parcel she got. What was paid for it is held until somebody decides. */
@Injectable()
export class OpenClaim {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, { code, id }: { code: string; id: string }, said: BodyOf<typeof openClaim>): Promise<OrderClaim> {
    return inTx(this.db, async (tx) => {
      const order = await lockBuyersOrder(tx, code, said.key);
      const parcel = (await parcelsOf(tx, order.id)).find((one) => one.id === said.parcel);
      if (!parcel) throw notFound();
      const known = await rows<{ parcel: string; kind: string }>(
        tx,
        'select parcel_id as parcel, kind from ordering.claim where id = $1',
        [id],
      );
      if (known.some(({ parcel: other, kind }) => other !== said.parcel || kind !== said.kind)) {
        throw new Problem('ordering.id-used');
      }
      if (known.length === 0) {
        const now = this.clock.now();
        refuseLate(parcel, now, await claimWithin(tx, parcel.deliveredAt ?? now));
        const { parcelGoods: goods, parcelShipping: shipping, claimed } = parcel;
        if (mostBack({ goods, shipping }, claimed) === 0) throw new Problem('ordering.claim-open', {});
        const answerBy = hoursAfter(now, await claimAnswerWithin(tx, now));
        const open = await rows(tx, insert, [id, order.id, parcel.id, said.kind, said.words || null, now, answerBy]);
        if (open.length === 0) throw new Problem('ordering.claim-open');
        await record(tx, actor, 'claim.opened', parcel.id, {
          ...claimFacts(parcel, id),
          kind: said.kind,
          answerBy: answerBy.toISOString(),
        });
      }
      return claimView(await claimWhere(tx, 'c.id = $1', [id]));
    });
  }
}

/** One at a time for a parcel. */
const insert = `insert into ordering.claim (id, order_id, parcel_id, kind, words, opened_at, answer_by)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`;
