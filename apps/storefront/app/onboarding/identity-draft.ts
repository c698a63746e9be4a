import type { Visitor } from '@chophien/site';
import { packDraft, unpackDraft } from '../draft.ts';

/** Between the pages on who the head is, until the browser closes. The citizen number is never in it. */
interface IdentityDraft {
  application: string;
  birthDate: string;
}

const COOKIE = 'can-cuoc';

/** The day of birth that was given for this very application. */
export const birthDayKept = ({ cookie, own }: Visitor, application: string): string | undefined => {
  const draft = unpackDraft<IdentityDraft>(cookie(own(COOKIE)));
  return draft?.application === application && typeof draft.birthDate === 'string' ? draft.birthDate : undefined;
};

export const keepBirthDay = ({ set, own }: Visitor, draft: IdentityDraft): string => set(own(COOKIE), packDraft(draft));
export const dropBirthDay = ({ clear, own }: Visitor): string => clear(own(COOKIE));
