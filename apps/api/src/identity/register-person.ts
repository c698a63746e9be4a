import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';

export interface Registered {
  id: string;
  suspended: boolean;
}

/**
 * Makes sure that the holder of a phone is known, and states `person.registered` the first time. Only for phones that were
 * proved (by a code, or by whoever makes demonstration data), and for who is given a role: she proves it when she signs in.
 */
@Injectable()
export class RegisterPerson {
  constructor(private readonly clock: Clock) {}

  async run(
    tx: Tx,
    actor: Actor,
    { phone, name, demo = false }: { phone: string; name?: string | undefined; demo?: boolean },
  ): Promise<Registered> {
    const id = randomUUID();
    const [made] = await rows<{ id: string }>(
      tx,
      `insert into identity.person (id, kind, phone, name, is_demo, created_at) values ($1, 'person', $2, $3, $4, $5)
       on conflict on constraint person_phone_once do nothing returning id`,
      [id, phone, name ?? null, demo, this.clock.now()],
    );
    if (made) {
      await record(tx, actor.id === null ? { ...actor, kind: 'person', id } : actor, 'person.registered', id, {});
      return { id, suspended: false };
    }
    // A name is only filled in here; changing one is another act.
    const [known] = await rows<Registered>(
      tx,
      `update identity.person set name = coalesce(name, $2) where kind = 'person' and phone = $1
       returning id, suspended_at is not null as suspended`,
      [phone, name ?? null],
    );
    return known as Registered;
  }
}
