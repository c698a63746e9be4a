import { takeReview, verifyRequirement } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/application';
import { Decisions, Flags, Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { decidedWords } from './decided-words.ts';
import { IdentityPanel } from './identity-panel.tsx';
import { reviewed } from './reviewed.ts';
import { Applicant, Consents, Money, Papers, Timeline } from './side-panels.tsx';
import { TaskPanel } from './task-panel.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return {
    ...(await reviewed(context, params.id, `/ho-so/${params.id}`)),
    done: searchParams.get('xong') ?? '',
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  if (!isId(params.id)) return notFound(context);
  const { id } = params;
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const requirement = text(form, 'requirement');
  const reason = `ly-do-${requirement}`;
  if (go === 'nhan-xem') {
    return decide(who, `/ho-so/${id}`, form, async () => {
      await who.call(takeReview, { params: { id } });
      return `/ho-so/${id}?xong=${go}`;
    });
  }
  if (go !== 'kiem-tra' && go !== 'khong-khop') return notFound(context);
  return decide(
    who,
    `/ho-so/${id}`,
    form,
    async () => {
      const given = go === 'kiem-tra' ? { result: 'verified' } : { result: 'refused', reason: text(form, reason) };
      await who.call(verifyRequirement, {
        params: check(verifyRequirement.params!, { id, requirement }),
        body: check(verifyRequirement.body!, given),
      });
      return `/ho-so/${id}?xong=${go}#${requirement === 'identity' ? 'identity' : `yeu-cau-${requirement}`}`;
    },
    {
      sentences: { [reason]: 'Ghi lý do, nhiều nhất 300 chữ: hộ sẽ đọc.' },
      fieldOf: (field) => (field === 'reason' ? reason : field),
    },
  );
}

export default function Application({ loaderData, actionData }: Route.ComponentProps) {
  const { application, said, groups, mine, kept, done } = loaderData;
  const refusal = actionData ?? kept;
  return (
    <Page title={`Hồ sơ ${application.name}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-so', word: 'Hồ sơ' },
        ]}
      />
      <h1>{application.name}</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      {!actionData && decidedWords(done) && <Note tone="good">{decidedWords(done)}</Note>}
      <Standing application={application} />
      <Flags application={application} />
      {!mine && (
        <Note>
          {application.reviewer?.name ?? 'Một đồng nghiệp'} đang xem hồ sơ này. Bạn quyết định thay được khi người đó
          giữ quá lâu mà chưa quyết định.
        </Note>
      )}
      <Decisions application={application} mine={mine} />
      {application.tasks.map((task) => (
        <TaskPanel key={task.id} task={task} application={application} said={said} groups={groups} refusal={refusal}>
          {task.id === 'identity' && <IdentityPanel application={application} refusal={refusal} />}
          {task.id === 'money' && <Money application={application} />}
        </TaskPanel>
      ))}
      <Papers application={application} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Applicant application={application} />
        <Consents application={application} />
      </div>
      <Timeline application={application} />
      <p className="no-print flex flex-wrap gap-x-6">
        <a className="inline-block py-2" href={`/ho-so/${application.id}/in`}>
          Bản in khổ A4
        </a>
        {application.may.includes('close') && (
          <a className="inline-block py-2" href={`/ho-so/${application.id}/dong`}>
            Đóng hồ sơ này vĩnh viễn…
          </a>
        )}
      </p>
    </Page>
  );
}
