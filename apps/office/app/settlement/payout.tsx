import { type AnswerOf, approvePayouts, getPayout, settlePayout } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  type Column,
  Crumbs,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  payoutWords,
  StateBadge,
  Submit,
  Table,
  when,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/payout';

type Batch = AnswerOf<typeof getPayout>;
type Line = Batch['lines'][number];
const pathOf = (id: string): string => `/doi-soat/chi-tra/${id}`;

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  await needs(context, 'payout.make');
  if (!isId(id)) return notFound(context);
  return { batch: await context.get(visitor).read(getPayout, { params: { id } }) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(who, pathOf(id), form, async () => {
    if (text(form, 'go') === 'duyet') await who.call(approvePayouts, { params: { id } });
    else {
      const params = check(settlePayout.params!, { id, line: text(form, 'line') });
      const body = check(settlePayout.body!, { outcome: text(form, 'go'), reference: text(form, 'reference') });
      await who.call(settlePayout, { params, body });
    }
    return pathOf(id);
  });
}

/** What the bank said of one sum, entered where it stands. */
const Settle = ({ batch, line }: { batch: string; line: Line }) => (
  <form method="post" action={pathOf(batch)} className="no-print flex flex-wrap items-end gap-2">
    <Hidden name="line" value={line.id} />
    {line.state === 'returned' ? (
      <Submit kind="plain" name="go" value="again">
        Chi lại
      </Submit>
    ) : (
      <>
        <label>
          <span className="field-name">Số giao dịch của {line.producer.name}</span>
          <input className="input" name="reference" maxLength={60} />
        </label>
        {line.state === 'waiting' && (
          <Submit kind="plain" name="go" value="paid">
            Đã chi
          </Submit>
        )}
        <Submit kind="plain" name="go" value="returned">
          Bị trả lại
        </Submit>
      </>
    )}
  </form>
);

const columns = ({ id, state }: Batch): Column<Line>[] => [
  { head: 'Người bán', cell: ({ producer }) => producer.name },
  { head: 'Số kiện', cell: ({ sales }) => sales },
  { head: 'Số tiền', cell: ({ amount }) => formatDong(amount) },
  { head: 'Tình trạng', cell: (line) => <StateBadge state={payoutWords[line.state]} /> },
  { head: 'Số giao dịch', cell: ({ reference }) => reference ?? '–' },
  ...(state === 'approved' ? [{ head: 'Ngân hàng báo', cell: (line: Line) => <Settle batch={id} line={line} /> }] : []),
];

export default function PayoutPage({ loaderData: { batch }, actionData }: Route.ComponentProps) {
  const { id, state, mine, madeAt, approvedAt, amount, payouts, lines } = batch;
  return (
    <Page title={`Đợt chi trả ${when(madeAt)}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/doi-soat', word: 'Đối soát' },
          { href: '/doi-soat/chi-tra', word: 'Chi trả' },
        ]}
      />
      <h1>Đợt chi trả {when(madeAt)}</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        {payouts} người bán, tất cả <b>{formatDong(amount)}</b>.
      </p>
      {state === 'made' && mine && <Note tone="warn">Bạn lập đợt này, nên người khác phải duyệt.</Note>}
      {state === 'made' && !mine && (
        <Form action={pathOf(id)}>
          <Hidden name="go" value="duyet" />
          <div>
            <Submit>Duyệt chi</Submit>
          </div>
        </Form>
      )}
      {state === 'approved' && (
        <>
          <p className="field-hint">Duyệt lúc {approvedAt && when(approvedAt)}.</p>
          <p className="no-print flex flex-wrap gap-3">
            <a className="button" href={`${pathOf(id)}/tep/vietcombank`}>
              Tệp cho Vietcombank
            </a>
            <a className="button" href={`${pathOf(id)}/tep/bidv`}>
              Tệp cho BIDV
            </a>
          </p>
        </>
      )}
      <section className="panel">
        <Table caption="Từng người bán" columns={columns(batch)} rows={lines} idOf={(line) => line.id} stack />
      </section>
    </Page>
  );
}
