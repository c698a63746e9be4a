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
    <section aria-label="Đang làm thay" className="mb-4">
      <Note tone={acting.name ? 'warn' : 'bad'}>
        {acting.name ? (
          <p>
            Đang làm thay <b>{acting.name}</b>. Mọi việc làm ở đây được ghi tên bạn và báo cho hộ.
          </p>
        ) : (
          <p>Quyền làm thay đã hết. Việc đang làm dở chưa được lưu và không lưu được nữa.</p>
        )}
        <form method="post" action="/tai-khoan/lam-thay" className="mt-2">
          <Hidden name="go" value="thoi" />
          <Submit kind="plain">{acting.name ? 'Thôi làm thay, về việc của tôi' : 'Về việc của tôi'}</Submit>
        </form>
      </Note>
    </section>
  );
};
