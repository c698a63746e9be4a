import { type BodyOf, type packParcel, Problem, type ProducerParcel } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { ChangeParcel } from './change-parcel.ts';
import { packed, packedShort } from './order.facts.ts';
import type { ParcelRow } from './order.sql.ts';
import { weighingTolerance } from './rule-at.ts';
import { isLost, pack, type PackedLine, repriced } from './packing.rules.ts';

/**
 * Packed, from the harvest of a day that has been. What was left out is paid for by nobody: the parcel is priced anew, what a
 * buyer had paid for it goes back to her, and the goods go back on sale unless they are no more.
 */
@Injectable()
export class PackParcel {
  constructor(
    private readonly parcels: ChangeParcel,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, parcel: string, { harvestedOn, lines = [] }: Said): Promise<ProducerParcel> {
    const now = this.clock.now();
    if (harvestedOn > vietnamDay(now)) throw notYet();
    return this.parcels.run(actor, {
      parcel,
      to: 'packed',
      change: async (tx, row) => {
        const held = pack(row.lines, lines, await weighingTolerance(tx, now));
        const { goods, shipping } = repriced({ shipping: row.parcelShipping }, held);
        await rows(tx, update, [parcel, now, harvestedOn, goods, shipping]);
        await saveLines(tx, row.orderId, held);
        const after = withPacked(row, held, goods);
        await record(tx, actor, 'parcel.packed', parcel, packed(after, harvestedOn));
        if (held.some(({ reason }) => reason !== null)) {
          await record(tx, actor, 'parcel.packed-short', parcel, packedShort(after, row));
        }
        await this.stock.settle(
          tx,
          row.orderId,
          held.map(({ offer, packed, reason }) => ({ offer, packed, lost: isLost(reason) ? reason : null })),
        );
      },
    });
  }
}

type Said = Omit<BodyOf<typeof packParcel>, 'lines'> & Partial<Pick<BodyOf<typeof packParcel>, 'lines'>>;

const update = `update ordering.parcel set state = 'packed', packed_at = $2, harvested_on = $3, goods = $4, shipping = $5
  where id = $1`;

const saveLines = (tx: Tx, order: string, lines: readonly PackedLine[]): Promise<unknown> =>
  rows(
    tx,
    `update ordering.order_line l set packed = said.packed, settled = said.settled, short_reason = said.reason
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[]) as said (offer, packed, settled, reason)
     where l.order_id = $1 and l.offer = said.offer`,
    [
      order,
      lines.map(({ offer }) => offer),
      lines.map(({ packed }) => packed),
      lines.map(({ settled }) => settled),
      lines.map(({ reason }) => reason),
    ],
  );

/** The parcel as it is from now on. */
const withPacked = (row: ParcelRow, held: readonly PackedLine[], goods: number): ParcelRow => {
  const byOffer = new Map(held.map((line) => [line.offer, line]));
  return {
    ...row,
    parcelGoods: goods,
    lines: row.lines.map((line) => {
      const is = byOffer.get(line.offer);
      return is ? { ...line, packed: is.packed, settled: is.settled, shortReason: is.reason } : line;
    }),
  };
};

const notYet = (): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'harvestedOn', rule: 'too_big', message: 'a day that has been, not one to come' }],
  });
