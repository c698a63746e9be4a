import { type AnswerOf, askPaymentProvider, decidePayment, getPaymentTask, type MoneyMove } from '@chophien/contracts';
import { formatDong, localPhone } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Choices,
  type Column,
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
  Table,
  TextArea,
  when,
} from '@chophien/ui';
import type { z } from 'zod';
import { ofForm } from '../attempt.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/task';
import { decisionWords, kindWords, moveWords, saidWords, whatWords } from './money-words.ts';

type Detail = AnswerOf<typeof getPaymentTask>;

const pathOf = (id: string): string => `/tien/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'payment.handle');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  return {
    task: await who.read(getPaymentTask, { params: { id: params.id } }),
    asked: searchParams.get('hoi'),
    done: searchParams.has('xong'),
    kept: asTyped(unfinished(who, pathOf(params.id))),
  };
}

const sentences = {
  decision: 'Chọn một cách xử lý.',
  reference: 'Ghi số giao dịch của ngân hàng hoặc VNPay, tối đa 60 chữ.',
  note: 'Ghi rõ lý do, từ 5 đến 500 chữ.',
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
      if (text(form, 'go') === 'hoi') {
        const { said, closed } = await who.call(askPaymentProvider, { params });
        return closed ? `${pathOf(id)}?xong=1` : `${pathOf(id)}?hoi=${said ?? 'khong-thay'}`;
      }
      const body = check(decidePayment.body!, {
        decision: text(form, 'decision'),
        reference: text(form, 'reference'),
        note: text(form, 'note'),
      });
      await who.call(decidePayment, { params, body });
      return `${pathOf(id)}?xong=1`;
    },
    { sentences },
  );
}

const Facts = ({ task }: { task: Detail }) => (
  <dl className="facts">
    <dt>Số tiền</dt>
    <dd>
      <b>{formatDong(task.amount)}</b>
    </dd>
    <dt>Đơn hàng</dt>
    <dd>{task.orderCode ?? '–'}</dd>
    <dt>{task.kind === 'transfer-unmatched' ? 'Nội dung chuyển khoản' : 'Bên thanh toán báo'}</dt>
    <dd>{task.kind === 'transfer-unmatched' ? (task.said ?? '–') : saidWords(task.said)}</dd>
    <dt>Từ lúc</dt>
    <dd>{when(task.openedAt)}</dd>
    {task.buyerPhone && (
      <>
        <dt>Số của người mua</dt>
        <dd>
          <a className="inline-block py-2" href={`tel:${task.buyerPhone}`}>
            {localPhone(task.buyerPhone)}
          </a>
        </dd>
      </>
    )}
  </dl>
);

const columns: Column<z.infer<typeof MoneyMove>>[] = [
  { head: 'Lúc', cell: ({ at }) => when(at) },
  { head: 'Việc', cell: ({ what }) => whatWords[what] ?? what },
  { head: 'Số tiền', cell: ({ amount }) => formatDong(amount) },
  { head: 'Tình trạng', cell: ({ what, state }) => <StateBadge state={moveWords(what, state)} /> },
  { head: 'Số giao dịch', cell: ({ reference }) => reference ?? '–' },
];

const Deciding = ({ task, refusal }: { task: Detail; refusal: Refusal | undefined }) => {
  const typed = ofForm(refusal, 'quyet-dinh');
  return (
    <section className="panel no-print grid gap-4">
      <h2>Quyết định</h2>
      <Form action={pathOf(task.id)}>
        <Hidden name="go" value="quyet-dinh" />
        <Choices
          name="decision"
          legend="Xử lý thế nào"
          options={task.decisions.map((value) => ({
            value,
            word: `${decisionWords[value].word}. ${decisionWords[value].hint}`,
          }))}
          refusal={typed}
        />
        <Field
          name="reference"
          label="Số giao dịch"
          hint="Của ngân hàng hoặc của VNPay, để người khác tra lại được; ghép đơn thì ghi mã đơn."
          maxLength={60}
          refusal={typed}
        />
        <TextArea name="note" label="Lý do" hint="Ai đã xác nhận, bằng cách nào." maxLength={500} refusal={typed} />
        <div>
          <Submit>Ghi quyết định</Submit>
        </div>
      </Form>
    </section>
  );
};

const Decided = ({ task }: { task: Detail }) =>
  task.decision && (
    <Note tone="good">
      <p>
        {decisionWords[task.decision].done}
        {task.closedAt && ` lúc ${when(task.closedAt)}`}.
      </p>
      {task.reference && <p>Số giao dịch: {task.reference}</p>}
      {task.note && <p>{task.note}</p>}
    </Note>
  );

export default function PaymentTask({ loaderData, actionData }: Route.ComponentProps) {
  const { task, asked, done, kept } = loaderData;
  const { word, help } = kindWords[task.kind];
  return (
    <Page title={`${word}${task.orderCode ? `: đơn ${task.orderCode}` : ''}`} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tien', word: 'Khoản tiền cần người xem' }]} />
      <h1>
        {word}
        {task.orderCode && `: đơn ${task.orderCode}`}
      </h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && <Note tone="good">Đã ghi. Hệ thống làm tiếp phần còn lại.</Note>}
      {!actionData && asked && (
        <Note tone="warn">
          VNPay trả lời: {asked === 'khong-thay' ? 'không thấy giao dịch này' : saidWords(asked)}.
        </Note>
      )}
      <Decided task={task} />
      {!task.closedAt && <p>{help}</p>}
      <Facts task={task} />
      {task.decisions.length > 0 && task.kind === 'suspected' && (
        <Form action={pathOf(task.id)}>
          <Hidden name="go" value="hoi" />
          <div>
            <Submit kind="plain">Hỏi lại VNPay ngay</Submit>
          </div>
        </Form>
      )}
      {task.moves.length > 0 && (
        <section className="panel">
          <Table caption="Tiền của đơn này" columns={columns} rows={task.moves} idOf={({ id }) => id} stack />
        </section>
      )}
      {task.decisions.length > 0 && <Deciding task={task} refusal={actionData ?? kept} />}
    </Page>
  );
}
