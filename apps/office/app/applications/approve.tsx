import { approveApplication, type RequirementView } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page, StateBadge, Submit } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/approve';
import { Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { taskWords } from './item-words.ts';
import { nextInQueue } from './next-in-queue.ts';
import { reviewed } from './reviewed.ts';
import { requirementStates, unmet } from './status-words.ts';

const pathOf = (id: string): string => `/ho-so/${id}/duyet`;

export const loader = ({ context, params }: Route.LoaderArgs) => reviewed(context, params.id, pathOf(params.id));

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  return decide(who, pathOf(id), await request.formData(), async () => {
    const { status } = await who.call(approveApplication, { params: { id } });
    return nextInQueue(who, id, status === 'active' ? 'duyet' : 'duyet-cho');
  });
}

const Unmet = ({ requirements }: { requirements: readonly RequirementView[] }) => (
  <ul className="grid list-disc gap-1 pl-5">
    {requirements.map(({ id, title, task, state, reason }) => (
      <li key={id}>
        <b>{title}</b> ({taskWords[task]}) <StateBadge state={requirementStates[state]} />
        {reason && <span className="block">{reason}</span>}
      </li>
    ))}
  </ul>
);

export default function Approve({ loaderData: { application }, actionData }: Route.ComponentProps) {
  const { id, name, may, requirements, payoutSet } = application;
  const { approval, selling } = unmet(requirements);
  const ready = may.includes('approve') && approval.length === 0;
  return (
    <Page title={`Duyệt hồ sơ ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>Duyệt hồ sơ của {name}?</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      <Standing application={application} />
      {approval.length > 0 && (
        <Note tone="bad">
          <h2>Chưa duyệt được: {approval.length} yêu cầu chưa đạt</h2>
          <Unmet requirements={approval} />
          <p>Kiểm tra các yêu cầu này trong hồ sơ, hoặc trả lại để hộ bổ sung.</p>
        </Note>
      )}
      {approval.length === 0 && selling.length > 0 && (
        <Note tone="warn">
          <h2>Duyệt được, nhưng chưa bán được ngay</h2>
          <p>Gian hàng tự mở bán khi các yêu cầu này đạt, không phải duyệt lại:</p>
          <Unmet requirements={selling} />
        </Note>
      )}
      {approval.length === 0 && selling.length === 0 && (
        <Note>Mọi yêu cầu đều đạt. Duyệt xong, hộ đăng hàng được ngay và ai cũng thấy hàng.</Note>
      )}
      {!payoutSet && <p>Hộ chưa khai tài khoản nhận tiền.</p>}
      {ready && (
        <p className="field-hint">
          Việc duyệt được ghi lại cùng tên bạn. Nếu lần xác nhận gần nhất đã quá 10 phút, trang sẽ hỏi mã xác thực.
        </p>
      )}
      {!may.includes('approve') && <p>Lúc này bạn không duyệt được hồ sơ này. Hãy xem tình trạng ở trên.</p>}
      <div className="flex flex-wrap items-center gap-4">
        {ready && (
          <form method="post" action={pathOf(id)}>
            <Submit>Đúng, duyệt hồ sơ</Submit>
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
