import { type BodyOf, type OrderNote, Problem, producersOf, type writeOrderNote } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { hoursAfter } from './claim.rules.ts';
import { lockBuyersOrder } from './lock-order.ts';
import { parcelFacts } from './order.facts.ts';
import { notFound } from './order.queries.ts';
import { type ParcelRow, parcelOfProducer, parcelsById } from './order.sql.ts';
import { mostNotes, notesWithin } from './rule-at.ts';

interface Written {
  id: string;
  text: string;
  as: 'buyer' | 'producer';
}

/** Buyer and producer write to each other about a parcel, from when its order stands until some days after its end. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  buyer(
    actor: Actor,
    { code, id }: { code: string; id: string },
    { key, parcel, text }: BodyOf<typeof writeOrderNote>,
  ): Promise<OrderNote> {
    return inTx(this.db, async (tx) => {
      const order = await lockBuyersOrder(tx, code, key);
      const [row] = await rows<ParcelRow>(tx, parcelsById, [[parcel]]);
      if (row?.orderId !== order.id) throw notFound();
      return this.write(tx, actor, row, { id, text, as: 'buyer' });
    });
  }

  producer(actor: Actor, { id, note }: { id: string; note: string }, text: string): Promise<OrderNote> {
    return inTx(this.db, async (tx) => {
      const row = await this.mine(tx, actor, id);
      return this.write(tx, actor, row, { id: note, text, as: 'producer' });
    });
  }

  async ofParcel(actor: Actor, id: string): Promise<{ items: OrderNote[]; open: boolean }> {
    const row = await this.mine(this.db, actor, id);
    return { items: await notesOf(this.db, [id]), open: await this.isOpen(this.db, row) };
  }

  private async mine(db: Tx | DataSource, actor: Actor, parcel: string): Promise<ParcelRow> {
    const [row] = await rows<ParcelRow>(db, parcelOfProducer, [parcel, producersOf(actor, 'parcel.handle')]);
    if (!row) throw notFound();
    return row;
  }

  private async isOpen(db: Tx | DataSource, { endedAt }: ParcelRow): Promise<boolean> {
    const now = this.clock.now();
    return endedAt === null || now <= hoursAfter(endedAt, await notesWithin(db, now));
  }

  private async write(tx: Tx, actor: Actor, row: ParcelRow, { id, text, as }: Written): Promise<OrderNote> {
    const now = this.clock.now();
    const [known] = await rows<OrderNote & { at: Date }>(tx, `${notes} where n.id = $1`, [id]);
    if (known) {
      if (known.parcel !== row.id || known.from !== as || known.text !== text) throw new Problem('ordering.id-used');
      return view(known);
    }
    if (!(await this.isOpen(tx, row))) throw new Problem('ordering.notes-closed');
    const most = await mostNotes(tx, now);
    const put = await rows(tx, insert, [id, row.orderId, row.id, as, actor.id, text, now, most]);
    if (put.length === 0) throw new Problem('ordering.notes-closed', { most });
    await record(tx, actor, 'note.written', row.id, { ...parcelFacts(row), orderCode: row.orderCode, from: as });
    return { id, parcel: row.id, from: as, text, at: now.toISOString() };
  }
}

/** What was written about these parcels, in its order. */
export const notesOf = async (db: Tx | DataSource, parcels: readonly string[]): Promise<OrderNote[]> =>
  (
    await rows<OrderNote & { at: Date }>(db, `${notes} where n.parcel_id = any($1::uuid[]) order by n.at, n.id`, [
      parcels,
    ])
  ).map(view);

const view = ({ at, ...note }: Omit<OrderNote, 'at'> & { at: Date }): OrderNote => ({ ...note, at: at.toISOString() });
const notes = `select n.id, n.parcel_id as parcel, n.written_as as "from", n.text, n.at from ordering.note n`;
const insert = `insert into ordering.note (id, order_id, parcel_id, written_as, written_by, text, at)
  select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from ordering.note where parcel_id = $3) < $8
  on conflict (id) do nothing returning id`;
