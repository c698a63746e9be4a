import { type AnswerOf, getStatement } from '@chophien/contracts';
import { formatDay, formatDong } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { type Column, Crumbs, Note, Page, Table, when } from '@chophien/ui';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/statement';
import { lineWords, outcomeWords, providerWords } from './statement-words.ts';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  await needs(context, 'payment.handle');
  if (!isId(id)) return notFound(context);
  return { statement: await context.get(visitor).read(getStatement, { params: { id } }) };
}

type Line = AnswerOf<typeof getStatement>['differing'][number];
const money = (amount: number | null) => (amount === null ? '–' : formatDong(amount));

const columns: Column<Line>[] = [
  { head: 'Mã', cell: ({ reference }) => <span className="break-all">{reference}</span> },
  { head: 'Việc', cell: ({ kind }) => lineWords[kind] },
  { head: 'Đơn', cell: ({ orderCode }) => orderCode ?? '–' },
  { head: 'Của họ', cell: ({ theirs }) => money(theirs) },
  { head: 'Của ta', cell: ({ ours }) => money(ours) },
  { head: 'Lệch thế nào', cell: ({ outcome }) => outcomeWords[outcome] },
];

export default function Statement({ loaderData: { statement } }: Route.ComponentProps) {
  const { provider, day, lines, theirs, differences, differing, fileName, at } = statement;
  return (
    <Page title={`Bảng kê ${providerWords[provider]} ${formatDay(day)}`} hidden>
      <Crumbs
        links={[
          { href: '/tien', word: 'Tiền' },
          { href: '/tien/doi-chieu', word: 'Đối chiếu' },
        ]}
      />
      <h1>
        {providerWords[provider]}, ngày {formatDay(day)}
      </h1>
      <dl className="facts">
        <dt>Tệp</dt>
        <dd className="break-all">{fileName}</dd>
        <dt>Đưa vào lúc</dt>
        <dd>{when(at)}</dd>
        <dt>Số dòng</dt>
        <dd>{lines}</dd>
        <dt>Tổng của họ</dt>
        <dd>{formatDong(theirs)}</dd>
      </dl>
      {differences === 0 ? (
        <Note tone="good">Mọi dòng đều khớp với sổ của chợ.</Note>
      ) : (
        <section className="panel">
          <Table
            caption={`${differences} chỗ lệch`}
            columns={columns}
            rows={differing}
            idOf={({ position }) => String(position)}
            stack
          />
        </section>
      )}
    </Page>
  );
}
