import { type AnswerOf, approveMonthClose, askMonthClose, getMonth, Month } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { notFound, text, visitor } from '@chophien/site';
import {
  type Column,
  Crumbs,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  StateBadge,
  Submit,
  Table,
  when,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { monthWords } from '../month.ts';
import { needs } from '../official.ts';
import { provinceOf } from './province.ts';
import type { Route } from './+types/month';
import { accountWords, monthStateWords } from './words.ts';

type Answer = AnswerOf<typeof getMonth>;
const pathOf = (month: string): string => `/doi-soat/khoa-so/${month}`;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { grants } = await needs(context, 'month.close');
  const month = Month.safeParse(params.month);
  if (!month.success) return notFound(context);
  return {
    month: await context.get(visitor).read(getMonth, { params: { province: provinceOf(grants), month: month.data } }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const month = Month.safeParse(params.month);
  if (!month.success) return notFound(context);
  const { grants } = await needs(context, 'month.close');
  const who = context.get(visitor);
  const form = await request.formData();
  const path = pathOf(month.data);
  return decide(who, path, form, async () => {
    const act = text(form, 'go') === 'duyet' ? approveMonthClose : askMonthClose;
    await who.call(act, { params: { province: provinceOf(grants), month: month.data } });
    return path;
  });
}

const side = (amount: number): string =>
  amount === 0 ? '–' : `${amount > 0 ? 'Nợ' : 'Có'} ${formatDong(Math.abs(amount))}`;

const balances: Column<Answer['balances'][number]>[] = [
  { head: 'Tài khoản', cell: ({ account }) => accountWords[account] },
  { head: 'Đầu tháng', number: true, cell: ({ opening }) => side(opening) },
  { head: 'Phát sinh nợ', number: true, cell: ({ debit }) => formatDong(debit) },
  { head: 'Phát sinh có', number: true, cell: ({ credit }) => formatDong(credit) },
  { head: 'Cuối tháng', number: true, cell: ({ closing }) => <b>{side(closing)}</b> },
];

interface Open {
  what: string;
  count: number;
  amount: number | null;
}
const openOf = ({ cash, held, unpaid, payouts, tasks }: Answer['open']): Open[] =>
  [
    { what: 'Kiện đã giao, bên giao hàng chưa nộp tiền', ...cash },
    { what: 'Kiện đang giữ vì nhiệt độ', ...held },
    { what: 'Kiện chưa chi trả xong cho người bán', ...unpaid },
    { what: 'Khoản chi ngân hàng chưa báo xong', ...payouts },
    { what: 'Khoản tiền chờ người xem, đến hôm nay', count: tasks, amount: null },
  ].filter(({ count }) => count > 0);
const opens: Column<Open>[] = [
  { head: 'Việc', cell: ({ what }) => what },
  { head: 'Số lượng', number: true, cell: ({ count }) => count },
  { head: 'Số tiền', number: true, cell: ({ amount }) => (amount === null ? '–' : formatDong(amount)) },
];

const Closing = ({ month }: { month: Answer }) => {
  switch (month.state) {
    case 'running':
      return <p>Tháng chưa hết nên chưa khoá sổ được.</p>;
    case 'open':
      return (
        <Form action={pathOf(month.month)}>
          <Hidden name="go" value="de-nghi" />
          <div>
            <Submit>Đề nghị khoá sổ</Submit>
          </div>
        </Form>
      );
    case 'asked':
      return month.mine ? (
        <Note tone="warn">Bạn đề nghị khoá sổ lúc {month.askedAt && when(month.askedAt)}. Người khác phải duyệt.</Note>
      ) : (
        <Form action={pathOf(month.month)}>
          <Hidden name="go" value="duyet" />
          <p>Đề nghị lúc {month.askedAt && when(month.askedAt)}. Duyệt rồi thì không mở lại được.</p>
          <div>
            <Submit>Duyệt khoá sổ</Submit>
          </div>
        </Form>
      );
    case 'closed':
      return (
        <Note tone="good">Khoá lúc {month.closedAt && when(month.closedAt)}. Không ghi thêm vào tháng này nữa.</Note>
      );
  }
};

export default function MonthPage({ loaderData: { month }, actionData }: Route.ComponentProps) {
  const open = openOf(month.open);
  const sound = month.sum === 0 && month.differing === 0;
  return (
    <Page title={`Khoá sổ ${monthWords(month.month)}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/doi-soat', word: 'Đối soát' },
          { href: '/doi-soat/khoa-so', word: 'Khoá sổ' },
        ]}
      />
      <h1 className="flex flex-wrap items-center gap-3">
        Sổ {monthWords(month.month)} <StateBadge state={monthStateWords[month.state]} />
      </h1>
      <ErrorSummary refusal={actionData} />
      <Note tone={sound ? 'good' : 'bad'}>
        {sound
          ? `Tổng nợ bằng tổng có, lệch 0 ₫. ${month.statements} bảng đối soát của người bán đều khớp sổ cái.`
          : `Sổ lệch ${formatDong(month.sum)}, ${month.differing} bảng đối soát không khớp. Báo người vận hành ngay.`}
      </Note>
      <Closing month={month} />
      {open.length > 0 ? (
        <section className="panel">
          <Table
            caption="Còn dở dang, chuyển sang tháng sau"
            columns={opens}
            rows={open}
            idOf={({ what }) => what}
            stack
          />
        </section>
      ) : (
        <p>Không còn việc nào dở dang của tháng này.</p>
      )}
      {month.balances.length > 0 && (
        <section className="panel">
          <Table
            caption="Bảng cân đối tài khoản"
            columns={balances}
            rows={month.balances}
            idOf={({ account }) => account}
            stack
          />
        </section>
      )}
      <p>
        Thuế đã khấu trừ trong tháng: GTGT <b>{formatDong(month.vat)}</b>, TNCN <b>{formatDong(month.pit)}</b>.{' '}
        <a className="inline-block py-2" href={`${pathOf(month.month)}/thue`}>
          Bảng kê để khai thuế
        </a>
      </p>
    </Page>
  );
}
