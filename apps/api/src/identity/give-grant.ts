import { randomUUID } from 'node:crypto';
import type { Role } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';

export interface NewGrant {
  person: string;
  role: Exclude<Role, 'device'>;
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
  from: Date;
}

/** Gives a role within a scope, and states it. Giving what is already given does nothing. */
@Injectable()
export class GiveGrant {
  async run(tx: Tx, actor: Actor, grant: NewGrant): Promise<void> {
    const { person, role, producer = null, commune = null, province = null, from } = grant;
    const [given] = await rows(
      tx,
      `insert into identity.access_grant (id, person, role, producer, commune, province, valid_from, given_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [randomUUID(), person, role, producer, commune, province, from, actor.id],
    );
    if (given) await record(tx, actor, 'grant.given', person, { role, producer, commune, province });
  }
}
