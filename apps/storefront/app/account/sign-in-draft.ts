import type { Visitor } from '@chophien/site';
import { packDraft, unpackDraft } from '../draft.ts';

/** Between the two screens of signing in: the number never stands in an address. */
export interface SignInDraft {
  phone: string;
  /** The number with its middle hidden, as the API says it. */
  sentTo: string;
  /** The code that is on its way: by it the page asks how far it has come. */
  sent: string;
  next: string;
}

const COOKIE = 'vao';

export const signInDraft = ({ cookie }: Visitor): Partial<SignInDraft> => unpackDraft(cookie(COOKIE)) ?? {};
export const keepSignIn = ({ set }: Visitor, draft: SignInDraft): string => set(COOKIE, packDraft(draft));
export const dropSignIn = ({ clear }: Visitor): string => clear(COOKIE);
