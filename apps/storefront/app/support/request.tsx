import { randomUUID } from 'node:crypto';
import { addToMySupport, getMySupport, Id, type SupportRequestDetail } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import {
  Crumbs,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  StateBadge,
  Submit,
  TextArea,
  typedOr,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/request';
import { Call } from './call.tsx';
import { supportStates, untilWhen } from './words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  return {
    asked: await read(getMySupport, { params }),
    note: randomUUID() as string,
    phone: env.HELP_PHONE,
    sent: searchParams.has('moi'),
    added: searchParams.has('xong'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const body = check(addToMySupport.body!, { id: text(form, 'id'), text: text(form, 'text') });
      await call(addToMySupport, { params: { id: check(Id, params.id) }, body });
      return redirect(`/ho-tro/${params.id}?xong=1`);
    },
    { text: 'Viết vài chữ rồi gửi.' },
  );
}

export default function Request({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, note, phone, sent, added } = loaderData;
  const closed = asked.state === 'closed';
  return (
    <Page title={asked.topic.title} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ho-tro', word: 'Gọi giúp đỡ' }]} />
      <h1>{asked.topic.title}</h1>
      <ErrorSummary refusal={actionData} />
      {sent && !actionData && (
        <Note tone="good">
          Đã gửi. Số của bạn là <b className="whitespace-nowrap">{asked.number}</b>; gọi điện thì đọc số này.
        </Note>
      )}
      {added && !actionData && <Note tone="good">Đã gửi.</Note>}
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={supportStates[asked.state]} />
        <span>{untilWhen(asked)}</span>
      </p>
      <p className="field-hint">
        Số {asked.number}, gửi {when(asked.openedAt)}, {asked.producer && `${asked.producer.name}, `}
        {asked.commune.fullName}
        {asked.owner?.name && `. Người giúp: ${asked.owner.name}`}
      </p>
      {closed && asked.done && (
        <Note tone="good">
          <b>Việc đã làm:</b> {asked.done}
        </Note>
      )}
      <section className="grid gap-3">
        <h2>Đã viết</h2>
        <Written notes={asked.notes} />
      </section>
      <Form>
        <Hidden name="id" value={typedOr(actionData, 'id', note)} />
        <TextArea
          name="text"
          label={closed ? 'Vẫn chưa xong?' : 'Viết tiếp'}
          hint={closed ? 'Viết tiếp sẽ mở lại việc này.' : undefined}
          maxLength={1500}
          refusal={actionData}
        />
        <Submit wide>{closed ? 'Gửi và mở lại' : 'Gửi'}</Submit>
      </Form>
      <Call phone={phone} />
    </Page>
  );
}

const Written = ({ notes }: Pick<SupportRequestDetail, 'notes'>) => (
  <ol className="grid gap-2">
    {notes.map(({ at, from, by, text: words }) => (
      <li key={`${at} ${words}`} className={from === 'office' ? 'note' : 'panel'}>
        <p className="field-hint">
          <b>{from === 'asker' ? 'Bạn' : `Người giúp${by ? `, ${by}` : ''}`}</b>, {when(at)}
        </p>
        <p className="whitespace-pre-line break-words">{words}</p>
      </li>
    ))}
  </ol>
);
