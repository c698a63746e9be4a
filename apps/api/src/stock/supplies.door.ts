import { randomUUID } from 'node:crypto';
import { Problem, type SupplyGrade } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { idTaken } from './receive-stock.ts';
import { Level, Movement } from './stock.entity.ts';
import { crossed } from './stock.rules.ts';

/** What a household brought to its cooperative; `quantity` in thousandths of the offer's unit. */
export interface NewSupply {
  id: string;
  supplier: string;
  grade: SupplyGrade;
  quantity: number;
  note: string | null;
}

export interface Supply extends NewSupply {
  offer: string;
  at: Date;
  /** When and why it was taken back; null while it stands. */
  undoneAt: Date | null;
  reason: string | null;
}

/** What is left of a household's deliveries of one grade. */
export interface SupplySum {
  offer: string;
  supplier: string;
  grade: SupplyGrade;
  quantity: number;
}

/**
 * Goods that the members of a cooperative bring to what it sells. Whose offer it is, and who is a member, its callers see to. Comes
 * last in a transaction, as everything that changes levels.
 */
@Injectable()
export class Supplies {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The delivery of this id; undefined if there is none. @throws Problem platform.invalid-input when it names something else */
  async known(tx: Tx, offer: string, { id, supplier, grade, quantity }: NewSupply): Promise<Movement | undefined> {
    const known = await tx.findOneBy(Movement, { id });
    if (!known) return undefined;
    const same = known.offer === offer && known.supplier === supplier && known.grade === grade;
    if (!same || known.quantity !== quantity) throw idTaken();
    return known;
  }

  /** Answers how much there is now; null when the same id came before. @throws Problem stock.not-found */
  async receive(tx: Tx, offer: string, supply: NewSupply): Promise<{ onHand: number } | null> {
    const level = await lock(tx, offer);
    if (await this.known(tx, offer, supply)) return null;
    const at = this.clock.now();
    await tx.insert(Movement, { ...supply, offer, kind: 'supplied', orderId: null, reason: null, at });
    const onHand = level.onHand + supply.quantity;
    await tx.update(Level, { offer }, { onHand });
    return { onHand };
  }

  /**
   * It was not brought after all. Answers what it was and how much there is now; null when it was taken back before.
   * @throws Problem stock.not-found; stock.too-little when it is promised or sold already
   */
  async undo(tx: Tx, offer: string, id: string, reason: string): Promise<(Movement & { onHand: number }) | null> {
    const level = await lock(tx, offer);
    const supply = await tx.findOneBy(Movement, { id, offer, kind: 'supplied' });
    if (!supply) throw new Problem('stock.not-found');
    if (await tx.findOneBy(Movement, { undoes: id })) return null;
    const available = level.onHand - level.held - supply.quantity;
    if (available < 0) throw new Problem('stock.too-little', { offer, available: level.onHand - level.held });
    const quantity = -supply.quantity;
    const at = this.clock.now();
    await tx.insert(Movement, {
      id: randomUUID(),
      offer,
      kind: 'supply-undone',
      quantity,
      orderId: null,
      reason,
      at,
      undoes: id,
    });
    const onHand = level.onHand + quantity;
    await tx.update(Level, { offer }, { onHand });
    if (crossed({ available, taken: supply.quantity, lowAt: level.lowAt })) {
      await record(tx, system('stock'), 'stock.low', offer, { available });
    }
    return { ...supply, onHand };
  }

  /** The latest deliveries to an offer, newest first; those that were taken back say why. */
  to(offer: string): Promise<Supply[]> {
    return rows<Supply>(this.db, `${deliveries} m.offer = $1 ${latest}`, [offer]);
  }

  /** The latest deliveries of a household, to whatever it supplies. */
  by(supplier: string): Promise<Supply[]> {
    return rows<Supply>(this.db, `${deliveries} m.supplier = $1 ${latest}`, [supplier]);
  }

  /** What stands of all deliveries to an offer, by household and grade. */
  sumsTo(offer: string): Promise<SupplySum[]> {
    return rows<SupplySum>(this.db, sums('m.offer = $1'), [offer]);
  }

  /** What stands of all deliveries of a household, by offer and grade. */
  sumsBy(supplier: string): Promise<SupplySum[]> {
    return rows<SupplySum>(this.db, sums('m.supplier = $1'), [supplier]);
  }
}

const lock = async (tx: Tx, offer: string): Promise<Level> => {
  const level = await tx.findOne(Level, { where: { offer, counts: 'goods' }, lock: { mode: 'for_no_key_update' } });
  if (!level) throw new Problem('stock.not-found');
  return level;
};

const deliveries = `select m.id, m.offer, m.supplier, m.grade, m.quantity, m.note, m.at, back.at as "undoneAt", back.reason
  from stock.movement m left join stock.movement back on back.undoes = m.id where m.kind = 'supplied' and`;
const latest = 'order by m.at desc, m.id desc limit 200';

const sums = (
  which: string,
) => `select m.offer, m.supplier, m.grade, sum(m.quantity + coalesce(back.quantity, 0))::bigint as quantity
  from stock.movement m left join stock.movement back on back.undoes = m.id
  where m.kind = 'supplied' and ${which} group by m.offer, m.supplier, m.grade
  having sum(m.quantity + coalesce(back.quantity, 0)) > 0 order by m.offer, m.supplier, m.grade`;
