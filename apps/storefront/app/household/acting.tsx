import { listReceivedDelegations } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { Hidden, Note, Submit } from '@chophien/ui';
import { ACTING } from '../session.ts';

/** For whom somebody acts just now; without a name she may not any more. */
export interface Acting {
  name: string | null;
  until: string | null;
}

/** As the API says it at this moment: the cookie only says for whom she would. */
export const actingNow = async (who: Visitor): Promise<Acting | undefined> => {
  const producer = who.cookie(who.own(ACTING));
  if (!producer || !who.token) return undefined;
  const held = await who
    .as(who.token)(listReceivedDelegations)
    .catch(() => undefined); // the page itself says what is wrong
  if (!held) return undefined;
  const mine = held.items.filter((one) => one.producer === producer);
  const until = mine
    .map((one) => one.until)
    .toSorted()
    .at(-1);
  return { name: mine[0]?.giver ?? null, until: until ?? null };
};

/** `Set-Cookie`: from now on the producer's side is this household's, until the browser is closed. */
export const actFor = ({ set, own }: Visitor, producer: string): string => set(own(ACTING), producer);
export const actForNobody = ({ clear, own }: Visitor): string => clear(own(ACTING));

/** On every screen of the producer's side while somebody acts for a household. */
export const ActingBanner = ({ acting }: { acting: Acting | undefined }) => {
  if (!acting) return null;
  return (
    <section aria-label="Đang làm thay" className="sticky top-0 z-10 mb-4">
      <Note tone={acting.name ? 'warn' : 'bad'}>
        <form method="post" action="/tai-khoan/lam-thay" className="flex flex-wrap items-center justify-between gap-2">
          <Hidden name="go" value="thoi" />
          {acting.name ? (
            <p>
              Đang làm thay <b>{acting.name}</b>
            </p>
          ) : (
            <p>Quyền làm thay đã hết. Việc đang làm dở không lưu được nữa.</p>
          )}
          <Submit kind="plain">{acting.name ? 'Thôi' : 'Về việc của tôi'}</Submit>
        </form>
      </Note>
    </section>
  );
};
