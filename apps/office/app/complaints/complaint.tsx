import { randomUUID } from 'node:crypto';
import {
  type AnswerOf,
  askAboutComplaint,
  decideComplaint,
  getComplaintCase,
  takeComplaint,
} from '@chophien/contracts';
import { check, notFound, optional, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Hidden, Note, Page, StateBadge, Submit, when } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/complaint';
import { Acting } from './acting.tsx';
import { ComplaintFacts } from './complaint-facts.tsx';
import { outcomes, stateWords } from './complaint-words.ts';

const pathOf = (id: string): string => `/don-khieu-nai/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const me = await needs(context, 'complaint.handle');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const one = await who.read(getComplaintCase, { params: { id: params.id } });
  return {
    one,
    mine: one.owner?.id === me.id,
    note: randomUUID() as string,
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(params.id))),
    now: new Date().toISOString(),
  };
}

const sentences = {
  text: 'Viết từ 5 đến 2.000 chữ.',
  outcome: 'Chọn một quyết định.',
  reason: 'Ghi lý do, từ 10 đến 1.500 chữ.',
  authority: 'Ghi tên cơ quan khi chuyển đơn đi, và chỉ khi đó.',
};

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const params = { id };
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      const go = text(form, 'go');
      if (go === 'nhan') await who.call(takeComplaint, { params });
      else if (go === 'quyet-dinh') {
        const said = {
          outcome: text(form, 'outcome'),
          reason: text(form, 'reason'),
          authority: optional(form, 'authority'),
        };
        await who.call(decideComplaint, { params, body: check(decideComplaint.body!, said) });
      } else {
        const body = check(askAboutComplaint.body!, { id: text(form, 'note'), text: text(form, 'text') });
        await who.call(askAboutComplaint, { params, body });
      }
      return `${pathOf(id)}?xong=${go === 'nhan' || go === 'quyet-dinh' ? go : 'viet'}`;
    },
    { sentences },
  );
}

const doneWords: Record<string, string> = {
  nhan: 'Bạn giải quyết đơn này. Hai bên thấy tên bạn.',
  viet: 'Đã gửi; hai bên đọc được và được nhắn tin.',
  'quyet-dinh': 'Đã ghi quyết định; hai bên được nhắn tin.',
};

const sides = { complainant: 'Người khiếu nại', producer: 'Người bán', office: 'Cán bộ' };
const kinds = { words: '', decision: ' quyết định', reopening: ' mở lại' };

const Said = ({ notes }: Pick<AnswerOf<typeof getComplaintCase>, 'notes'>) => (
  <section className="panel grid gap-3">
    <h2>Đã viết</h2>
    <ol className="grid gap-3">
      {notes.map(({ at, from, kind, by, outcome, text: words }, index) => (
        <li key={index}>
          <p className="field-hint">
            <b>
              {by ?? sides[from]}
              {kinds[kind]}
            </b>{' '}
            · {when(at)}
          </p>
          {outcome && <p>{outcomes[outcome]}</p>}
          <p className="whitespace-pre-line break-words">{words}</p>
        </li>
      ))}
    </ol>
  </section>
);

export default function ComplaintOne({ loaderData, actionData }: Route.ComponentProps) {
  const { one, mine, note, done, kept, now } = loaderData;
  const open = one.state !== 'decided';
  return (
    <Page title={`${one.number}: ${one.topic.title}`} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/don-khieu-nai', word: 'Đơn khiếu nại' }]} />
      <h1>
        {one.number}: {one.topic.title}
      </h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p className="flex flex-wrap gap-3">
        <StateBadge state={stateWords(one.state)} />
      </p>
      <ComplaintFacts one={one} now={now} />
      {one.outcome && (
        <Note tone="good">
          <b>{outcomes[one.outcome]}.</b>
          {one.authority && ` Nơi nhận: ${one.authority}.`} {one.reason}
        </Note>
      )}
      {open && !mine && (
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="nhan" />
          <div>
            <Submit kind="plain">{one.owner ? 'Tôi giải quyết thay' : 'Tôi giải quyết đơn này'}</Submit>
          </div>
        </Form>
      )}
      <Said notes={one.notes} />
      {open && <Acting path={pathOf(one.id)} note={note} refusal={actionData ?? kept} />}
    </Page>
  );
}
