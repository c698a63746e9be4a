import { approveApplication, type RequirementView } from '@chophien/contracts';
import { notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Hidden, Note, Page, StateBadge, Submit } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/approve';
import { Flags, Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { toQueue } from './decided-words.ts';
import { taskWords } from './item-words.ts';
import { type Review, reviewed } from './reviewed.ts';
import { isRenaming, reasonWords, requirementStates, unmet } from './status-words.ts';

const pathOf = (id: string): string => `/ho-so/${id}/duyet`;

export const loader = ({ context, params }: Route.LoaderArgs) => reviewed(context, params.id, pathOf(params.id));

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(who, pathOf(id), form, async () => {
    const { status } = await who.call(approveApplication, { params: { id } });
    return text(form, 'renaming')
      ? `/ho-so/${id}?xong=doi-ten`
      : toQueue(id, status === 'active' ? 'duyet' : 'duyet-cho');
  });
}

const Unmet = ({ requirements }: { requirements: readonly RequirementView[] }) => (
  <ul className="grid list-disc gap-1 pl-5">
    {requirements.map(({ id, title, task, state, reason }) => (
      <li key={id}>
        <b>{title}</b> ({taskWords[task]}) <StateBadge state={requirementStates[state]} />
        {reason && <span className="block">{reasonWords(reason)}</span>}
      </li>
    ))}
  </ul>
);

/** What is asked once more, in a few words. */
const Question = ({ application: { requirements, payoutSet } }: { application: Review }) => {
  const { approval, selling } = unmet(requirements);
  if (approval.length > 0) {
    return (
      <Note tone="bad">
        <h2>Chưa duyệt được: {approval.length} yêu cầu chưa đạt</h2>
        <Unmet requirements={approval} />
        <p>Kiểm tra các yêu cầu này trong hồ sơ, hoặc trả lại để hộ bổ sung.</p>
      </Note>
    );
  }
  return (
    <>
      {selling.length > 0 ? (
        <Note tone="warn">
          <h2>Duyệt được, nhưng chưa bán được ngay</h2>
          <p>Gian hàng tự mở bán khi các yêu cầu này đạt, không phải duyệt lại:</p>
          <Unmet requirements={selling} />
        </Note>
      ) : (
        <Note>Mọi yêu cầu đều đạt. Duyệt xong, hộ đăng hàng được ngay và ai cũng thấy hàng.</Note>
      )}
      {!payoutSet && <p>Hộ chưa khai tài khoản nhận tiền.</p>}
    </>
  );
};

export default function Approve({ loaderData: { application }, actionData }: Route.ComponentProps) {
  const { id, name, may, requirements, status, wishes } = application;
  const renaming = isRenaming(status) && wishes.length > 0;
  const ready = may.includes('approve') && (renaming || unmet(requirements).approval.length === 0);
  const title = renaming ? `Đồng ý đổi tên ${name}` : `Duyệt hồ sơ của ${name}`;
  return (
    <Page title={title} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>{title}?</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      <Standing application={application} />
      <Flags application={application} />
      {may.includes('approve') && !renaming && <Question application={application} />}
      {ready && (
        <p className="field-hint">
          Việc này được ghi lại cùng tên bạn. Nếu lần xác nhận gần nhất đã quá 10 phút, trang sẽ hỏi mã xác thực.
        </p>
      )}
      {!may.includes('approve') && <p>Lúc này không có gì để duyệt. Hãy xem tình trạng ở trên.</p>}
      <div className="flex flex-wrap items-center gap-4">
        {ready && (
          <form method="post" action={pathOf(id)}>
            {renaming && <Hidden name="renaming" value="1" />}
            <Submit>{renaming ? 'Đúng, đồng ý đổi tên' : 'Đúng, duyệt hồ sơ'}</Submit>
          </form>
        )}
        {!ready && may.includes('return') && (
          <form action={`/ho-so/${id}/tra-lai`}>
            <Submit kind="plain">Trả lại để bổ sung</Submit>
          </form>
        )}
        <a className="inline-block py-3" href={`/ho-so/${id}`}>
          Chưa, xem lại hồ sơ
        </a>
      </div>
    </Page>
  );
}
