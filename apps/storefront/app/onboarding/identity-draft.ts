import type { Visitor } from '@chophien/site';
import { packDraft, unpackDraft } from '../draft.ts';

/** Between the pages on who the head is, until the browser closes. The citizen number is never in it. */
interface IdentityDraft {
  application: string;
  birthDate: string;
}

const COOKIE = 'can-cuoc';

/** The day of birth that was given for this very application. */
export const birthDayKept = ({ cookie }: Visitor, application: string): string | undefined => {
  const draft = unpackDraft<IdentityDraft>(cookie(COOKIE));
  return draft?.application === application && typeof draft.birthDate === 'string' ? draft.birthDate : undefined;
};

export const keepBirthDay = ({ set }: Visitor, draft: IdentityDraft): string => set(COOKIE, packDraft(draft));
export const dropBirthDay = ({ clear }: Visitor): string => clear(COOKIE);
