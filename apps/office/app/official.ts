import { getCommune, getMe, listProvinces, type MeView, mayDo, Problem, type Right } from '@chophien/contracts';
import { refusePage, type Visitor, visitor } from '@chophien/site';
import type { RouterContextProvider } from 'react-router';

type Context = Readonly<RouterContextProvider>;

/** Asked once for a request, however many loaders want to know. */
const asked = new WeakMap<Visitor, Promise<MeView>>();

/** The official who is signed in; somebody who is not goes to sign in. */
export const official = (context: Context): Promise<MeView> => {
  const who = context.get(visitor);
  const answer = asked.get(who) ?? who.read(getMe);
  asked.set(who, answer);
  return answer;
};

/** Whether the official may; for what to show. The API decides by itself. */
export const may = (me: MeView, right: Right): boolean => mayDo(me, right);

/** The page is for whoever may. @throws the error page with 403 */
export const needs = async (context: Context, right: Right): Promise<MeView> => {
  const me = await official(context);
  if (!may(me, right)) return refusePage(new Problem('platform.not-allowed'), context.get(visitor).id);
  return me;
};

/** The communes the official holds an own grant for. */
export const ownCommunes = (me: MeView): string[] =>
  me.grants.flatMap(({ role, commune }) => (role === 'commune-officer' && commune ? [commune] : []));

/** The provinces the official answers for. */
export const ownProvinces = (me: MeView): string[] =>
  me.grants.flatMap(({ role, province }) => (role === 'province-officer' && province ? [province] : []));

/** Names of units change by decree only: once asked, kept for the life of the process. */
const areaNames = new Map<string, string>();

/** `Xã Phúc Hòa, Bắc Ninh`, `Tỉnh Bắc Ninh`: where the official is in office, in words. */
export const areaWords = async (who: Visitor, me: MeView): Promise<string> => {
  const codes = (of: 'commune' | 'province') => [...new Set(me.grants.flatMap((grant) => grant[of] ?? []))];
  const names = await Promise.all([
    ...codes('commune').map((code) => named(code, () => communeName(who, code))),
    ...codes('province').map((code) => named(code, () => provinceName(who, code))),
  ]);
  return names.join('; ') || (me.grants.some(({ role }) => role === 'operator') ? 'Vận hành' : 'Cả nước');
};

/** The name of a commune or a province, asked once. */
export const placeWords = (
  who: Visitor,
  { commune, province }: { commune: string | null; province: string | null },
): Promise<string> => {
  if (commune) return named(commune, () => communeName(who, commune));
  return province ? named(province, () => provinceName(who, province)) : Promise.resolve('Cả nước');
};

const named = async (code: string, ask: () => Promise<string>): Promise<string> => {
  const name = areaNames.get(code) ?? (await ask());
  areaNames.set(code, name);
  return name;
};

const communeName = async ({ call }: Visitor, code: string): Promise<string> => {
  const { fullName, province } = await call(getCommune, { params: { code } });
  return `${fullName}, ${province.name}`;
};

const provinceName = async ({ call }: Visitor, code: string): Promise<string> => {
  const found = (await call(listProvinces)).items.find((province) => province.code === code);
  return found ? `${found.type === 'tinh' ? 'Tỉnh' : 'Thành phố'} ${found.name}` : code;
};
