import { appoints, type Grant, type Role, roleTable } from '@chophien/contracts';

/** Where a role holds: a commune with its province, a province, or (none of both) the country. */
export interface RolePlace {
  commune?: string | null;
  province?: string | null;
}

const covers = ({ role, commune, province }: Grant, place: RolePlace): boolean =>
  roleTable[role].scope === 'country' ||
  (province != null && province === place.province) ||
  (commune != null && commune === place.commune);

/** Why a role may not be given or ended: her own roles never may, or not there. */
export type Refused = 'rank' | 'area';

/** Whether one who holds these grants may give this role there. */
export const judgeAppointment = (grants: readonly Grant[], role: Role, place: RolePlace): Refused | undefined => {
  const able = grants.filter((grant) => appoints[grant.role]?.includes(role));
  if (able.length === 0) return 'rank';
  return able.some((grant) => covers(grant, place)) ? undefined : 'area';
};

/** Every role below one: those it appoints, those they appoint, and so on. */
const below = (role: Role, known: Set<Role> = new Set()): Set<Role> => {
  for (const one of appoints[role] ?? []) {
    if (known.has(one)) continue;
    known.add(one);
    below(one, known);
  }
  return known;
};

/** Whether she may end it: who appoints may, and everyone above her in the same area. */
export const judgeEnding = (grants: readonly Grant[], role: Role, place: RolePlace): Refused | undefined => {
  const able = grants.filter((grant) => below(grant.role).has(role));
  if (able.length === 0) return 'rank';
  return able.some((grant) => covers(grant, place)) ? undefined : 'area';
};
