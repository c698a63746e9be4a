import type { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';

/** The communes whose loggers someone looks after; undefined is all of them (operators). */
export const scopeOf = async (actor: Actor, communes: Communes): Promise<string[] | undefined> => {
  if (actor.kind === 'system' || actor.grants.some(({ role }) => role === 'operator')) return undefined;
  const scopes = await Promise.all(
    actor.grants.map(async ({ role, commune, province }) => {
      if (role === 'commune-officer' && commune) return [commune];
      return role === 'province-officer' && province ? communes.inProvince(province) : [];
    }),
  );
  return scopes.flat();
};
