import { randomUUID } from 'node:crypto';
import {
  address,
  type AnswerOf,
  listStatements,
  Problem,
  putStatement,
  refusal,
  StatementProvider,
  StatementView,
} from '@chophien/contracts';
import { formatDay, formatDong, vietnamDay } from '@chophien/kernel';
import { pageIn, text, type Visitor, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Page,
  Pager,
  Select,
  Submit,
  Table,
  when,
  withQuery,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/statements';
import { providerWords } from './statement-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'payment.handle');
  const page = pageIn(new URL(request.url).searchParams);
  const found = await context.get(visitor).read(listStatements, { query: { page } });
  return { found, id: randomUUID() as string, today: vietnamDay(new Date()) };
}

const sentences: Record<string, string> = {
  provider: 'Chọn bên gửi bảng kê.',
  day: 'Ghi ngày của bảng kê.',
  tep: 'Chọn tệp bảng kê: Excel (.xlsx) hoặc CSV.',
};

const missing = (field: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'missing', message: '' }] });

/** Hands the file on; what it is, the API judges. */
const send = async (who: Visitor, form: FormData): Promise<string> => {
  const provider = StatementProvider.safeParse(text(form, 'provider')).data;
  const day = text(form, 'day');
  const file = form.get('tep');
  if (!provider) throw missing('provider');
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw missing('day');
  if (!(file instanceof File) || file.size === 0) throw missing('tep');
  const id = isId(text(form, 'id')) ? text(form, 'id') : randomUUID();
  const query = new URLSearchParams({ provider, day, file: file.name.slice(0, 200) });
  const answer = await who.raw(`${address(putStatement.path, { id })}?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return StatementView.parse(await answer.json()).id;
  throw await refusal(answer);
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => redirect(`/tien/doi-chieu/${await send(who, form)}`), { sentences });
}

type Item = AnswerOf<typeof listStatements>['items'][number];

const columns: Column<Item>[] = [
  {
    head: 'Bảng kê',
    cell: ({ id, provider, day }) => (
      <a className="inline-block py-1" href={`/tien/doi-chieu/${id}`}>
        {providerWords[provider]}, {formatDay(day)}
      </a>
    ),
  },
  { head: 'Số dòng', cell: ({ lines }) => lines },
  { head: 'Tổng của họ', cell: ({ theirs }) => formatDong(theirs) },
  {
    head: 'Chỗ lệch',
    cell: ({ differences }) =>
      differences === 0 ? <Badge tone="good">Khớp</Badge> : <Badge tone="bad">{differences} chỗ lệch</Badge>,
  },
  { head: 'Đưa vào lúc', cell: ({ at }) => when(at) },
];

export default function Statements({ loaderData: { found, id, today }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Đối chiếu bảng kê" hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/tien', word: 'Tiền' },
        ]}
      />
      <h1>Đối chiếu bảng kê</h1>
      <ErrorSummary refusal={actionData} />
      <section className="panel grid gap-4">
        <p>
          Đưa vào bảng kê một ngày của cổng thanh toán hoặc của bên giao hàng. Tệp cần cột mã giao dịch (hoặc mã kiện)
          và cột số tiền. Hệ thống so từng dòng với sổ của chợ và báo chỗ lệch.
        </p>
        <Form files>
          <Hidden name="id" value={id} />
          <Select
            name="provider"
            label="Bảng kê của"
            options={StatementProvider.options.map((value) => ({ value, word: providerWords[value] }))}
            refusal={actionData}
          />
          <Field name="day" label="Ngày" type="date" value={today} max={today} refusal={actionData} />
          <label className={actionData?.fields.tep ? 'field wrong' : 'field'}>
            <span className="field-name">Tệp</span>
            {actionData?.fields.tep && <span className="field-wrong">{actionData.fields.tep}</span>}
            <input className="input" type="file" name="tep" accept=".xlsx,.csv" />
          </label>
          <div>
            <Submit>Đối chiếu</Submit>
          </div>
        </Form>
      </section>
      {found.items.length === 0 ? (
        <Empty title="Chưa có bảng kê nào" />
      ) : (
        <section className="panel">
          <Table caption="Bảng kê đã đưa vào" columns={columns} rows={found.items} idOf={(one) => one.id} stack />
        </section>
      )}
      <Pager page={found.page} more={found.more} href={(page) => withQuery('/tien/doi-chieu', {}, { trang: page })} />
    </Page>
  );
}
