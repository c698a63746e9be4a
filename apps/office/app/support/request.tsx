import { randomUUID } from 'node:crypto';
import { type AnswerOf, answerSupport, closeSupport, getSupport, takeSupport } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Badge,
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  StateBadge,
  Submit,
  TextArea,
  when,
} from '@chophien/ui';
import { ofForm } from '../attempt.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/request';
import { stateWords } from './support-words.ts';
import { leftWords } from '../times.ts';

type Detail = AnswerOf<typeof getSupport>;

const pathOf = (id: string): string => `/ho-tro/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const me = await needs(context, 'support.handle');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const one = await who.read(getSupport, { params: { id: params.id } });
  return {
    one,
    mine: one.owner?.id === me.id,
    note: randomUUID(),
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(params.id))),
    now: new Date().toISOString(),
  };
}

const sentences = {
  text: 'Ghi câu trả lời, từ 2 đến 1.500 chữ.',
  done: 'Ghi đã giúp việc gì, từ 5 đến 500 chữ.',
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
      if (go === 'nhan') await who.call(takeSupport, { params });
      else if (go === 'dong') {
        const body = check(closeSupport.body!, { done: text(form, 'done') });
        await who.call(closeSupport, { params, body });
      } else {
        const body = check(answerSupport.body!, { id: text(form, 'note'), text: text(form, 'text') });
        await who.call(answerSupport, { params, body });
      }
      return `${pathOf(id)}?xong=${go === 'nhan' || go === 'dong' ? go : 'tra-loi'}`;
    },
    { sentences },
  );
}

const doneWords: Record<string, string> = {
  nhan: 'Bạn đã nhận việc này. Người hỏi thấy tên bạn.',
  'tra-loi': 'Đã gửi câu trả lời; người hỏi được nhắn tin.',
  dong: 'Đã đóng yêu cầu; người hỏi đọc được đã giúp việc gì.',
};

const Facts = ({ one, now }: { one: Detail; now: string }) => (
  <dl className="facts">
    <dt>Người hỏi</dt>
    <dd>
      {one.asker?.name ?? 'Không ghi tên'}
      {one.asker?.phone && (
        <>
          {' · '}
          <a className="inline-block py-2" href={`tel:${one.asker.phone}`}>
            {localPhone(one.asker.phone)}
          </a>
        </>
      )}
    </dd>
    <dt>Của hộ</dt>
    <dd>{one.producer ? <a href={`/ho-so/${one.producer.id}`}>{one.producer.name}</a> : '–'}</dd>
    <dt>Xã, phường</dt>
    <dd>{one.commune.fullName}</dd>
    <dt>Gửi lúc</dt>
    <dd>{when(one.openedAt)}</dd>
    <dt>Hẹn trả lời</dt>
    <dd>
      {when(one.dueAt)}{' '}
      {one.state !== 'closed' && <Badge tone={one.late ? 'bad' : 'plain'}>{leftWords(one.dueAt, new Date(now))}</Badge>}
      {one.state === 'closed' && one.late && <Badge tone="bad">Đóng trễ hẹn</Badge>}
    </dd>
    <dt>Người nhận</dt>
    <dd>{one.owner ? (one.owner.name ?? 'Một cán bộ') : 'Chưa ai nhận'}</dd>
  </dl>
);

const Said = ({ notes }: Pick<Detail, 'notes'>) => (
  <section className="panel grid gap-3">
    <h2>Đã trao đổi</h2>
    <ol className="grid gap-3">
      {notes.map(({ at, from, by, text: words }, index) => (
        <li key={index}>
          <p className="field-hint">
            <b>{from === 'asker' ? 'Người hỏi' : (by ?? 'Cán bộ')}</b> · {when(at)}
          </p>
          <p className="whitespace-pre-line">{words}</p>
        </li>
      ))}
    </ol>
  </section>
);

const Answering = ({ one, note, refusal }: { one: Detail; note: string; refusal: Refusal | undefined }) => {
  const answer = ofForm(refusal, 'tra-loi');
  const close = ofForm(refusal, 'dong');
  return (
    <>
      <section className="panel no-print grid gap-4">
        <h2>Trả lời</h2>
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="tra-loi" />
          <Hidden name="note" value={typeof answer?.typed.note === 'string' ? answer.typed.note : note} />
          <TextArea
            name="text"
            label="Câu trả lời"
            hint="Bằng lời dễ hiểu. Người hỏi đọc được và được nhắn tin."
            maxLength={1500}
            refusal={answer}
          />
          <div>
            <Submit>Gửi trả lời</Submit>
          </div>
        </Form>
      </section>
      <section className="panel no-print grid gap-4">
        <h2>Việc đã xong?</h2>
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="dong" />
          <Field
            name="done"
            label="Đã giúp việc gì"
            hint="Người hỏi đọc được câu này. Cần thêm, người hỏi viết tiếp thì yêu cầu mở lại."
            maxLength={500}
            suggest={['Đã hướng dẫn qua điện thoại, hộ tự làm được.', 'Đã đến nhà giúp hộ làm xong.']}
            refusal={close}
          />
          <div>
            <Submit kind="plain">Đóng yêu cầu</Submit>
          </div>
        </Form>
      </section>
    </>
  );
};

export default function SupportOne({ loaderData, actionData }: Route.ComponentProps) {
  const { one, mine, note, done, kept, now } = loaderData;
  return (
    <Page title={`${one.number}: ${one.topic.title}`} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ho-tro', word: 'Yêu cầu hỗ trợ' }]} />
      <h1>
        {one.number}: {one.topic.title}
      </h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p className="flex flex-wrap gap-3">
        <StateBadge state={stateWords(one.state)} />
      </p>
      <Facts one={one} now={now} />
      {one.done && (
        <Note tone="good">
          Đã làm: {one.done}
          {one.closedAt && ` (đóng lúc ${when(one.closedAt)})`}
        </Note>
      )}
      {one.state !== 'closed' && !mine && (
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="nhan" />
          <div>
            <Submit kind="plain">{one.owner ? 'Tôi nhận thay' : 'Tôi nhận việc này'}</Submit>
          </div>
        </Form>
      )}
      <Said notes={one.notes} />
      {one.state !== 'closed' && <Answering one={one} note={note} refusal={actionData ?? kept} />}
    </Page>
  );
}
