import { type Ask, FIELD, isAsk } from '../paths.ts';

/** Which of the kept screens an address of the field means. */
export type View =
  | { view: 'list' | 'new' | 'none' }
  | { view: 'household' | 'consent' | 'visit' | Ask; household: string };

export const viewOf = (path: string): View => {
  const parts = path.slice(FIELD.length + 1).split('/');
  if (path === FIELD || path === `${FIELD}/` || path === `${FIELD}/may`) return { view: 'list' };
  if (path === `${FIELD}/them`) return { view: 'new' };
  const [ho, household, step, ask] = parts;
  if (ho !== 'ho' || !household || !/^[0-9a-f-]{36}$/.test(household)) return { view: 'none' };
  if (step === undefined) return { view: 'household', household };
  if (step === 'dong-y' || step === 'ma') return { view: 'consent', household };
  if (step === 'tham') return { view: 'visit', household };
  return step === 'hoi' && isAsk(ask) ? { view: ask, household } : { view: 'none' };
};

/** The address of the field that is shown: the page the phone keeps may stand for another. */
export const shownPath = (url: URL): string => {
  const to = url.pathname === `${FIELD}/may` ? url.searchParams.get('to') : null;
  return to?.startsWith(FIELD) ? to : url.pathname;
};
