import {
  type AnswerOf,
  listClaims,
  listMyInvitations,
  type openSession,
  Problem,
  shareDevice,
} from '@chophien/contracts';
import type { Visitor } from '@chophien/site';

/** Says that several people use this phone. It outlives everybody's session. */
const SHARED = 'may-chung';
const YEAR = 365 * 86_400_000;

export const isSharedPhone = ({ cookie }: Visitor): boolean => cookie(SHARED) === '1';

/** `Set-Cookie`: whether several people use this phone. */
export const keepShared = ({ set, clear }: Visitor, shared: boolean): string =>
  shared ? set(SHARED, '1', { expires: new Date(Date.now() + YEAR) }) : clear(SHARED);

/**
 * Somebody enters: the `Set-Cookie` by which she uses this phone beside the others of it, and the page to begin with. On a shared
 * phone her session ends when it lies idle. Who was entered by a helper, or is asked to belong somewhere, reads that first.
 */
export const enter = async (
  who: Visitor,
  { token, expiresAt, me }: AnswerOf<typeof openSession>,
  next: string,
): Promise<{ cookie: string; path: string }> => {
  const asHer = who.as(token);
  if (isSharedPhone(who)) await asHer(shareDevice, { body: { shared: true } });
  const cookie = who.signIn(token, expiresAt, me.id);
  const waiting = await Promise.all([asHer(listClaims), asHer(listMyInvitations)]).catch((error: unknown) => {
    if (error instanceof Problem) return undefined; // what waits is shown another time; she is in
    throw error;
  });
  const [claims, invitations] = waiting ?? [];
  const first = claims?.items.length ? '/nhan-lai' : invitations?.items.length ? '/loi-moi' : undefined;
  return { cookie, path: first ? `${first}?next=${encodeURIComponent(next)}` : next };
};
