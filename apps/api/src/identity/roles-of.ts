import { Problem, type Role } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { judgeEnding, type RolePlace } from './appoint.rules.ts';

export interface HeldRole {
  id: string;
  person: string;
  kind: 'person' | 'official';
  role: Role;
  commune: string | null;
  province: string | null;
}

/** The roles people hold now by appointment, and which of them somebody may end. Households' own people are not among them. */
@Injectable()
export class RolesOf {
  constructor(private readonly communes: Communes) {}

  /** Locks them, so that two who end roles at once see each other. */
  held(tx: Tx, by: { person?: string; id?: string }, now: Date): Promise<HeldRole[]> {
    return rows<HeldRole>(
      tx,
      `select g.id, g.person, p.kind, g.role, g.commune, g.province
       from identity.access_grant g join identity.person p on p.id = g.person
       where ($1::uuid is null or g.person = $1) and ($2::uuid is null or g.id = $2) and g.producer is null
         and g.valid_from <= $3 and (g.valid_until is null or g.valid_until > $3)
       order by g.id for update of g`,
      [by.person ?? null, by.id ?? null, now],
    );
  }

  /** That she may end it. @throws Problem `platform.not-found` beyond her area, `identity.not-yours-to-appoint` beyond her rank */
  async mayEnd(actor: Actor, held: HeldRole): Promise<void> {
    const refused = judgeEnding(actor.grants, held.role, await this.placeOf(held));
    if (refused === undefined) return;
    if (refused === 'area' || !(await this.sees(actor, held))) throw new Problem('platform.not-found');
    throw new Problem('identity.not-yours-to-appoint', { role: held.role });
  }

  /** Whether a role is of the asker's area: she sees it, though she may not touch it. */
  async sees(actor: Actor, held: HeldRole): Promise<boolean> {
    const place = await this.placeOf(held);
    return actor.grants.some(
      ({ role, commune, province }) =>
        role === 'operator' ||
        (province != null && province === place.province) ||
        (commune != null && commune === place.commune),
    );
  }

  private async placeOf({ commune, province }: HeldRole): Promise<RolePlace> {
    if (!commune) return { province };
    return { commune, province: (await this.communes.get(commune))?.province.code ?? null };
  }
}
