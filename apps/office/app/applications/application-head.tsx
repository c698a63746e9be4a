import { formatDay } from '@chophien/kernel';
import { Hidden, Note, StateBadge, Submit, when } from '@chophien/ui';
import type { Review } from './reviewed.ts';
import { statusWords } from './status-words.ts';

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
export const Decisions = ({ application }: { application: Review }) => {
  const { id, may, status, suspension } = application;
  const path = `/ho-so/${id}`;
  const announced = suspension && !suspension.carriedOut;
  if (may.length === 0) return <p>{nothing[status] ?? 'Bạn chỉ xem được hồ sơ này.'}</p>;
  return (
    <section className="no-print flex flex-wrap gap-3" aria-label="Việc làm được lúc này">
      {may.includes('take') && (
        <form method="post" action={path}>
          <Hidden name="go" value="nhan-xem" />
          <Submit>Nhận xem</Submit>
        </form>
      )}
      {may.includes('approve') && (
        <Way href={`${path}/duyet`} kind="main">
          Duyệt hồ sơ
        </Way>
      )}
      {may.includes('return') && <Way href={`${path}/tra-lai`}>Trả lại để bổ sung</Way>}
      {may.includes('reinstate') && (
        <Way href={`${path}/mo-lai`} kind="main">
          {announced ? 'Bỏ việc tạm ngừng' : 'Mở lại gian hàng'}
        </Way>
      )}
      {may.includes('suspend') && (
        <Way href={`${path}/tam-ngung`} kind="warn">
          Tạm ngừng gian hàng
        </Way>
      )}
    </section>
  );
};

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
