import { formatDay } from '@chophien/kernel';
import { Hidden, Note, StateBadge, Submit, when } from '@chophien/ui';
import { itemWords } from './item-words.ts';
import type { Review } from './reviewed.ts';
import { isRenaming, statusWords } from './status-words.ts';

/** A page of its own to decide on; the button leads there. */
const Way = ({ href, kind, children }: { href: string; kind?: 'main' | 'plain' | 'warn'; children: string }) => (
  <form action={href}>
    <Submit kind={kind ?? 'plain'}>{children}</Submit>
  </form>
);

/** Why there is nothing to press, by where it stands. */
const nothing: Partial<Record<Review['status'], string>> = {
  draft: 'Hộ đang làm hồ sơ, chưa nộp.',
  returned: 'Đang chờ hộ bổ sung. Hộ nộp lại thì hồ sơ trở về mục Chờ xem.',
  approved: 'Đã duyệt. Gian hàng tự mở bán khi các yêu cầu còn lại đạt.',
  closed: 'Gian hàng đã đóng. Hồ sơ chỉ còn để xem.',
};

/** What may be done now, and nothing that would be refused. */
export const Decisions = ({ application, mine }: { application: Review; mine: boolean }) => {
  const { id, may, status, suspension } = application;
  const renaming = isRenaming(status);
  const path = `/ho-so/${id}`;
  const announced = suspension && !suspension.carriedOut;
  if (may.every((verb) => verb === 'close' || verb === 'verify'))
    return <p>{nothing[status] ?? 'Bạn chỉ xem được hồ sơ này.'}</p>;
  return (
    <section className="no-print flex flex-wrap gap-3" aria-label="Việc làm được lúc này">
      {may.includes('take') && (
        <form method="post" action={path}>
          <Hidden name="go" value="nhan-xem" />
          <Submit>Nhận xem</Submit>
        </form>
      )}
      {may.includes('approve') && (
        <Way href={`${path}/duyet`} kind={may.includes('take') || !mine ? 'plain' : 'main'}>
          {renaming ? 'Đồng ý đổi tên' : 'Duyệt hồ sơ'}
        </Way>
      )}
      {may.includes('return') && (
        <Way href={`${path}/tra-lai`}>{renaming ? 'Không đồng ý đổi' : 'Trả lại để bổ sung'}</Way>
      )}
      {may.includes('reinstate') && (
        <Way href={`${path}/mo-lai`} kind="main">
          {announced ? 'Bỏ việc tạm ngừng' : 'Mở lại gian hàng'}
        </Way>
      )}
      {may.includes('suspend') && (
        <Way href={`${path}/tam-ngung`} kind="warn">
          {announced ? 'Tạm ngừng ngay theo văn bản' : 'Tạm ngừng gian hàng'}
        </Way>
      )}
    </section>
  );
};

const flagWords: Record<Review['flags'][number], string> = {
  'same-citizen-number':
    'Số căn cước này đã khai ở một hồ sơ khác. Xem có phải một người đứng tên hai gian hàng, hay một hộ bị nhập hai lần.',
  'payout-name-differs': 'Tên chủ tài khoản nhận tiền khác tên đã xác minh. Hãy hỏi lại hộ trước khi duyệt.',
  wishes: 'Hộ muốn đổi tên và chờ cán bộ đồng ý.',
};

/** What a person should look at before deciding. */
export const Flags = ({ application: { flags, wishes } }: { application: Review }) =>
  flags.length > 0 ? (
    <Note tone="warn">
      <h2>Cần xem kỹ</h2>
      <ul className="list-disc pl-5">
        {flags.map((flag) => (
          <li key={flag}>{flagWords[flag]}</li>
        ))}
      </ul>
      {wishes.map(({ item, value, at }) => (
        <p key={item}>
          {itemWords[item]}: muốn đổi thành <b>{value}</b>, gửi lúc {when(at)}.
        </p>
      ))}
    </Note>
  ) : null;

/** Where it stands, since when, and who looks at it. */
export const Standing = ({ application }: { application: Review }) => {
  const { status, submittedAt, decidedAt, round, reviewer, suspension, closing } = application;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge state={statusWords[status]} />
        {submittedAt && (
          <span>
            Nộp lúc {when(submittedAt)}
            {round > 1 && ` (lần ${round})`}
          </span>
        )}
        {decidedAt && <span>Quyết định lúc {when(decidedAt)}</span>}
        {reviewer && (
          <span>
            Người xem: <b>{reviewer.name ?? 'một cán bộ'}</b>, từ {when(reviewer.since)}
          </span>
        )}
      </p>
      {suspension && (
        <Note tone={suspension.carriedOut ? 'bad' : 'warn'}>
          <p>
            <b>
              {suspension.carriedOut ? 'Đang tạm ngừng từ' : 'Sẽ tạm ngừng từ'} {when(suspension.from)}.
            </b>{' '}
            Lý do: {suspension.reason}
          </p>
          <p>
            {suspension.order
              ? `Theo văn bản số ${suspension.order} của cơ quan có thẩm quyền.`
              : 'Đã báo trước cho hộ năm ngày.'}
          </p>
        </Note>
      )}
      {closing && (
        <Note>
          Đóng lúc {when(closing.at)}. Lý do: {closing.reason}
        </Note>
      )}
    </>
  );
};

/** A day that something holds until. */
export const untilWords = (until: string | null): string | undefined =>
  until ? `đến hết ${formatDay(until)}` : undefined;
