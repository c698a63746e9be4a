import { randomUUID } from 'node:crypto';
import type { Role } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';

/** What can be given by itself. */
export type GivenRole = Exclude<Role, 'delegate' | 'partner' | 'device'>;

export interface NewGrant {
  person: string;
  role: GivenRole;
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
  hamlets?: string[] | null;
  from: Date;
}

/** Gives a role within a scope, and states it. Giving what is already given does nothing. */
@Injectable()
export class GiveGrant {
  /** Answers whether it was new. */
  async run(tx: Tx, actor: Actor, grant: NewGrant): Promise<boolean> {
    const { person, role, producer = null, commune = null, province = null, hamlets = null, from } = grant;
    const [given] = await rows(
      tx,
      `insert into identity.access_grant (id, person, role, producer, commune, province, valid_from, given_by, hamlets)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [randomUUID(), person, role, producer, commune, province, from, actor.id, hamlets],
    );
    if (given) await record(tx, actor, 'grant.given', person, { role, producer, commune, province });
    return given !== undefined;
  }
}
