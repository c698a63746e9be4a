import { randomUUID } from 'node:crypto';
import { Problem } from '@chophien/contracts';
import { ONE } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { idTaken } from './receive-stock.ts';
import { Level, Movement } from './stock.entity.ts';

/** Places of a day that were taken by telephone, as whole numbers. */
export interface Booking {
  id: string;
  date: string;
  places: number;
  at: Date;
}

/**
 * Places on the days of a service, each day a level under its own id. Whose day it is, and whether it is still to come, its callers
 * see to. Comes last in a transaction.
 */
@Injectable()
export class Places {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes places; the same id again is the same call. Answers false then. @throws Problem catalogue.places-full with what is left */
  async book(tx: Tx, date: string, { id, places }: { id: string; places: number }): Promise<boolean> {
    const level = await lock(tx, date);
    const quantity = -places * ONE;
    const known = await tx.findOneBy(Movement, { id });
    if (known) {
      if (known.offer !== date || known.kind !== 'booked' || known.quantity !== quantity) throw idTaken();
      return false;
    }
    const left = level.onHand - level.held;
    if (left + quantity < 0) throw new Problem('catalogue.places-full', { places: Math.floor(left / ONE) });
    await this.move(tx, level, { id, kind: 'booked', quantity });
    return true;
  }

  /** They do not come after all. A second time changes nothing and answers false. @throws Problem catalogue.not-found */
  async unbook(tx: Tx, date: string, booking: string): Promise<boolean> {
    const level = await lock(tx, date);
    const known = await tx.findOneBy(Movement, { id: booking, offer: date, kind: 'booked' });
    if (!known) throw new Problem('catalogue.not-found');
    if (await tx.findOneBy(Movement, { undoes: booking })) return false;
    await this.move(tx, level, { id: randomUUID(), kind: 'unbooked', quantity: -known.quantity, undoes: booking });
    return true;
  }

  /** How many are taken of a day, which is locked until the transaction ends. */
  async taken(tx: Tx, date: string, places: number): Promise<number> {
    const level = await lock(tx, date);
    return places - Math.floor((level.onHand - level.held) / ONE);
  }

  /** Those of these days that stand, the latest first. */
  async bookings(dates: readonly string[]): Promise<Booking[]> {
    const found = await rows<Omit<Booking, 'places'> & { quantity: number }>(this.db, standing, [dates]);
    return found.map(({ quantity, ...booking }) => ({ ...booking, places: -quantity / ONE }));
  }

  private async move(
    tx: Tx,
    level: Level,
    moved: Pick<Movement, 'id' | 'kind' | 'quantity' | 'undoes'>,
  ): Promise<void> {
    const { offer } = level;
    await tx.insert(Movement, { ...moved, offer, orderId: null, reason: null, at: this.clock.now() });
    await tx.update(Level, { offer }, { onHand: level.onHand + moved.quantity });
  }
}

const lock = async (tx: Tx, date: string): Promise<Level> => {
  const where = { offer: date, counts: 'places' } as const;
  const level = await tx.findOne(Level, { where, lock: { mode: 'for_no_key_update' } });
  if (!level) throw new Problem('catalogue.not-found');
  return level;
};

const standing = `select m.id, m.offer as date, m.quantity, m.at from stock.movement m
  where m.offer = any($1::uuid[]) and m.kind = 'booked'
    and not exists (select from stock.movement back where back.undoes = m.id)
  order by m.at desc, m.id desc`;
