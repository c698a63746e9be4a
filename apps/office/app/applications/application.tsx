import {
  formerApproveApplication,
  formerGetApplication,
  formerReinstateProducer,
  formerReturnApplication,
  formerSuspendProducer,
} from '@chophien/contracts';
import { check, notFound, text, type Visitor, visitor } from '@chophien/site';
import { applicationStates, Crumbs, ErrorSummary, Note, Page, producerStates, StateBadge, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { commodities, commodityName } from '../commodities.ts';
import type { Route } from './+types/application';
import { ApplicationFacts } from './application-facts.tsx';
import { ApplicationForms } from './application-forms.tsx';
import { itemWords, remarkSentences, remarksIn } from './item-words.ts';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const [application, list] = await Promise.all([who.read(formerGetApplication, { params }), commodities(who)]);
  return {
    application,
    crops: application.crops.map((id) => commodityName(list, id)),
    asking: searchParams.get('hoi') === 'duyet',
    done: searchParams.get('xong') ?? '',
  };
}

type Act = (who: Visitor, params: { id: string }, form: FormData) => Promise<unknown>;

/** What each button does. */
const acts: Record<string, Act> = {
  duyet: ({ call }, params) => call(formerApproveApplication, { params }),
  'tra-lai': ({ call }, params, form) =>
    call(formerReturnApplication, {
      params,
      body: check(formerReturnApplication.body!, { remarks: remarksIn(form).remarks }),
    }),
  'tam-ngung': ({ call }, params, form) =>
    call(formerSuspendProducer, { params, body: check(formerSuspendProducer.body!, { reason: text(form, 'reason') }) }),
  'ban-lai': ({ call }, params) => call(formerReinstateProducer, { params }),
};

const sentences = { ...remarkSentences, reason: 'Ghi lý do, từ 5 đến 300 chữ: người bán sẽ đọc.' };

export async function action({ context, params, request }: Route.ActionArgs) {
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const act = Object.hasOwn(acts, go) ? acts[go] : undefined;
  if (!act) return notFound(context);
  const words = go === 'tra-lai' ? { sentences, fieldOf: remarksIn(form).fieldOf } : { sentences };
  return attempt(
    form,
    async () => {
      await act(who, params, form);
      return redirect(`/ho-so/${params.id}?xong=${go}`);
    },
    words,
  );
}

const told: Record<string, string> = {
  duyet: 'Hồ sơ được duyệt. Người bán được báo tin và đăng bán được ngay.',
  'tra-lai': 'Hồ sơ được trả lại. Người nộp được báo tin kèm lý do từng mục.',
  'tam-ngung': 'Gian hàng tạm ngừng. Hàng của gian hàng không còn hiện trên chợ.',
  'ban-lai': 'Gian hàng được bán lại.',
};

export default function Application({ loaderData, actionData }: Route.ComponentProps) {
  const { application, crops, asking, done } = loaderData;
  const { state, producerState, remarks } = application;
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
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={applicationStates[state]} />
        {producerState && <StateBadge state={producerStates[producerState]} />}
        <span>Nộp lúc {when(application.submittedAt)}</span>
        {application.decidedAt && <span>Quyết định lúc {when(application.decidedAt)}</span>}
      </p>
      <ApplicationFacts application={application} crops={crops} />
      {state === 'returned' && remarks.length > 0 && (
        <section className="panel grid gap-2">
          <h2>Đã yêu cầu sửa</h2>
          <dl className="facts">
            {remarks.map(({ item, reason }) => (
              <div key={item} className="contents">
                <dt>{itemWords[item]}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
          <p className="field-hint">Đang chờ người nộp sửa và gửi lại. Khi gửi lại, hồ sơ trở về mục Chờ duyệt.</p>
        </section>
      )}
      <ApplicationForms application={application} asking={asking} refusal={actionData} />
    </Page>
  );
}
