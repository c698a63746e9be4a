import { Problem, type Role, roleTable } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { RolePlace } from './appoint.rules.ts';

/** Finds where a role is to hold. */
@Injectable()
export class RolePlaces {
  constructor(private readonly communes: Communes) {}

  /** What a grant of this role names; a commune comes with its province in `of`. @throws Problem `communes.unknown` */
  async find(
    role: Role,
    { commune, province }: { commune?: string | null | undefined; province?: string | null | undefined },
  ): Promise<{ grant: RolePlace; of: RolePlace }> {
    const { scope } = roleTable[role];
    if (scope === 'country') return { grant: {}, of: {} };
    if (scope === 'province') {
      const found = await this.communes.province(province ?? '');
      if (!found) throw new Problem('communes.unknown', { province });
      return { grant: { province: found.code }, of: { province: found.code } };
    }
    const found = await this.communes.get(commune ?? '');
    if (!found) throw new Problem('communes.unknown', { commune });
    return { grant: { commune: found.code }, of: { commune: found.code, province: found.province.code } };
  }
}
