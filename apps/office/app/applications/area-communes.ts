import { getCommune, listCommunes, type MeView } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { ownCommunes } from '../official.ts';

export interface AreaCommune {
  code: string;
  word: string;
}

/** Names of communes change by decree only: once asked, kept for the life of the process. */
const ofProvinces = new Map<string, AreaCommune[]>();

/** The provinces somebody looks over, whatever for. */
const provincesOf = (me: MeView): string[] => [...new Set(me.grants.flatMap(({ province }) => province ?? []))];

/** The communes an officer may narrow a list to; empty when there is only one. */
export const areaCommunes = async ({ call }: Visitor, me: MeView): Promise<AreaCommune[]> => {
  const inProvinces = await Promise.all(
    provincesOf(me).map(async (code) => {
      const known = ofProvinces.get(code);
      if (known) return known;
      const { items } = await call(listCommunes, { params: { code } });
      const communes = items.map(({ code: commune, fullName }) => ({ code: commune, word: fullName }));
      ofProvinces.set(code, communes);
      return communes;
    }),
  );
  const known = inProvinces.flat();
  const own = await Promise.all(
    ownCommunes(me)
      .filter((code) => !known.some((commune) => commune.code === code))
      .map(async (code) => ({ code, word: (await call(getCommune, { params: { code } })).fullName })),
  );
  const all = [...known, ...own];
  return all.length > 1 ? all : [];
};
