import { randomUUID } from 'node:crypto';
import { answerComplaint, getComplaintAboutMe, Id } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Hidden, Note, Page, StateBadge, Submit, TextArea, typedOr } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Decision, History } from '../complaints/history.tsx';
import { complaintStates, untilWhen } from '../complaints/words.ts';
import type { Route } from './+types/complaint';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!Id.safeParse(params.id).success) return notFound(context);
  return {
    one: await context.get(visitor).read(getComplaintAboutMe, { params }),
    note: randomUUID() as string,
    sent: new URL(request.url).searchParams.has('xong'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const body = check(answerComplaint.body!, { id: text(form, 'id'), text: text(form, 'text') });
      await call(answerComplaint, { params: { id: check(Id, params.id) }, body });
      return redirect(`/ban-hang/khieu-nai/${params.id}?xong=1`);
    },
    { text: 'Viết ít nhất 5 chữ rồi gửi.' },
  );
}

export default function ComplaintAboutMe({ loaderData: { one, note, sent }, actionData }: Route.ComponentProps) {
  return (
    <Page title={`Khiếu nại ${one.number}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/khieu-nai', word: 'Khiếu nại về tôi' }]} />
      <h1>
        Khiếu nại <span className="whitespace-nowrap">{one.number}</span>
      </h1>
      <ErrorSummary refusal={actionData} />
      {sent && !actionData && <Note tone="good">Đã gửi. Người khiếu nại và cán bộ xã đọc được.</Note>}
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={complaintStates[one.state]} />
        <span>{untilWhen(one)}</span>
      </p>
      <Decision {...one} />
      <p>
        <b>{one.topic.title}</b>
        {one.orderCode && `, đơn ${one.orderCode}`}, {one.producer.name}.
        {one.owner?.name && ` Người giải quyết: ${one.owner.name}.`}
      </p>
      <History notes={one.notes} me="producer" />
      {one.state !== 'decided' && (
        <Form>
          <Hidden name="id" value={typedOr(actionData, 'id', note)} />
          <TextArea
            name="text"
            label="Lời của bạn"
            hint="Kể lại phía bạn, hoặc nói cách giải quyết. Người khiếu nại và cán bộ đọc được."
            rows={5}
            maxLength={2000}
            refusal={actionData}
          />
          <Submit wide>Gửi</Submit>
        </Form>
      )}
    </Page>
  );
}
