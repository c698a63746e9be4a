import { randomUUID } from 'node:crypto';
import { addToComplaint, getComplaint, Key, reopenComplaint } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import {
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  StateBadge,
  Submit,
  TextArea,
  typedOr,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/complaint';
import { Decision, History } from './history.tsx';
import { complaintStates, untilWhen } from './words.ts';

const keyOf = (request: Request): { key?: string } => {
  const key = Key.safeParse(new URL(request.url).searchParams.get('khoa'));
  return key.success ? { key: key.data } : {};
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return {
    one: await context.get(visitor).read(getComplaint, { params, query: keyOf(request) }),
    note: randomUUID() as string,
    sent: searchParams.has('moi'),
    added: searchParams.has('xong'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const key = keyOf(request);
  return attempt(
    form,
    async () => {
      const id = text(form, 'id');
      if (text(form, 'go') === 'mo-lai') {
        const body = check(reopenComplaint.body!, { id, reason: text(form, 'reason'), ...key });
        await call(reopenComplaint, { params, body });
      } else {
        await call(addToComplaint, {
          params,
          body: check(addToComplaint.body!, { id, text: text(form, 'text'), ...key }),
        });
      }
      return redirect(`/khieu-nai/${params.number}?${key.key ? `khoa=${key.key}&` : ''}xong=1`);
    },
    { text: 'Viết ít nhất 5 chữ rồi gửi.', reason: 'Nói vì sao cần xem lại, ít nhất 5 chữ.' },
  );
}

export default function ComplaintOne({ loaderData, actionData }: Route.ComponentProps) {
  const { one, note, sent, added } = loaderData;
  return (
    <Page title={`Khiếu nại ${one.number}`} narrow hidden refused={Boolean(actionData)}>
      <h1>
        Khiếu nại <span className="whitespace-nowrap">{one.number}</span>
      </h1>
      <ErrorSummary refusal={actionData} />
      {sent && !actionData && (
        <Note tone="good">
          <b>Đã gửi.</b> Hãy lưu trang này để xem lại; gọi điện thì đọc số{' '}
          <b className="whitespace-nowrap">{one.number}</b>.
        </Note>
      )}
      {added && !actionData && <Note tone="good">Đã gửi.</Note>}
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={complaintStates[one.state]} />
        <span>{untilWhen(one)}</span>
      </p>
      <Decision {...one} />
      <p>
        <b>{one.topic.title}</b>, người bán {one.producer.name}
        {one.orderCode && `, đơn ${one.orderCode}`}.
      </p>
      <p className="field-hint">
        Gửi {when(one.openedAt)}. Người giải quyết: {one.owner?.name ?? 'cán bộ xã'}, {one.commune.fullName}. Hạn theo{' '}
        {one.topic.legalRef}.
      </p>
      <History notes={one.notes} me="complainant" />
      <More one={one} note={typedOr(actionData, 'id', note)} refusal={actionData} />
    </Page>
  );
}

type One = Route.ComponentProps['loaderData']['one'];

/** What whoever complained can still do. */
const More = ({ one, note, refusal }: { one: One; note: string; refusal: Refusal | undefined }) => {
  if (one.state !== 'decided') {
    return (
      <Form>
        <Hidden name="id" value={note} />
        <TextArea name="text" label="Viết thêm" maxLength={2000} refusal={refusal} />
        <Submit wide>Gửi</Submit>
      </Form>
    );
  }
  const rights = 'Không đồng ý, bạn còn quyền hoà giải, trọng tài hoặc toà án theo Luật 19/2023/QH15.';
  if (!one.mayReopen) return <p className="field-hint">Khiếu nại này đã mở lại một lần. {rights}</p>;
  return (
    <Form>
      <Hidden name="go" value="mo-lai" />
      <Hidden name="id" value={note} />
      <TextArea
        name="reason"
        label="Chưa đồng ý? Vì sao cần xem lại"
        hint={`Mở lại được một lần. ${rights}`}
        maxLength={2000}
        refusal={refusal}
      />
      <Submit kind="plain" wide>
        Mở lại khiếu nại
      </Submit>
    </Form>
  );
};
