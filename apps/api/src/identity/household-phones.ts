import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { mustHold } from './reach.rules.ts';

/** So many numbers a household can be reached at. */
export const mostPhones = 5;

interface Number {
  producer: string;
  /** `+84…` */
  phone: string;
}

/** The numbers a household or cooperative is reached at. */
@Injectable()
export class HouseholdPhones {
  constructor(private readonly clock: Clock) {}

  /** One that is there already stays. @throws Problem platform.not-found, platform.not-allowed, identity.too-many-entries */
  async add(tx: Tx, actor: Actor, { producer, phone }: Number): Promise<void> {
    mustHold(actor, producer, 'member.manage');
    await tx.query('select 1 from identity.producer where id = $1 for update', [producer]);
    await tx.query(
      `insert into identity.producer_phone (producer, phone, added_at, added_by) values ($1, $2, $3, $4) on conflict do nothing`,
      [producer, phone, this.clock.now(), actor.id],
    );
    const [counted] = await rows<{ phones: number }>(
      tx,
      'select count(*)::int as phones from identity.producer_phone where producer = $1',
      [producer],
    );
    if ((counted?.phones ?? 0) > mostPhones) throw new Problem('identity.too-many-entries', { most: mostPhones });
  }

  /** @throws Problem platform.not-found, platform.not-allowed */
  async remove(tx: Tx, actor: Actor, { producer, phone }: Number): Promise<void> {
    mustHold(actor, producer, 'member.manage');
    await tx.query('delete from identity.producer_phone where producer = $1 and phone = $2', [producer, phone]);
  }
}
