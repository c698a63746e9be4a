import { getProducerStatement } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import {
  agrees,
  Badge,
  Crumbs,
  Note,
  Page,
  StatementFiles,
  StatementLines,
  StatementPayouts,
  StatementSums,
} from '@chophien/ui';
import { isId } from '../id.ts';
import { monthWords } from '../month.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/statement';

export async function loader({ context, params: { producer, month } }: Route.LoaderArgs) {
  await needs(context, 'settlement.read');
  if (!isId(producer) || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return notFound(context);
  return { statement: await context.get(visitor).read(getProducerStatement, { params: { producer, month } }) };
}

export default function ProducerStatement({ loaderData: { statement } }: Route.ComponentProps) {
  const { producer, name, month, closed, items, payouts, balance, owed } = statement;
  const same = agrees(statement);
  const file = `/doi-soat/${producer}/${month}/tep`;
  return (
    <Page title={`Đối soát ${name}, ${monthWords(month)}`} hidden>
      <Crumbs links={[{ href: `/doi-soat?thang=${month}`, word: 'Đối soát' }]} />
      <h1 className="flex flex-wrap items-center gap-3">
        {name}, {monthWords(month)}
        {closed && <Badge tone="good">Đã khoá sổ</Badge>}
      </h1>
      <StatementSums statement={statement} />
      <Note tone={same ? 'good' : 'bad'}>
        {same ? 'Khớp với sổ cái.' : 'Không khớp với sổ cái. Báo người vận hành ngay.'}
      </Note>
      <p>
        Đến hôm nay còn phải trả người bán <b>{formatDong(balance)}</b>
        {owed > 0 && <>; người bán còn nợ phí {formatDong(owed)}</>}.
      </p>
      <StatementFiles file={file} />
      <StatementLines items={items} hrefOf={(parcel) => `/doi-soat/kien/${parcel}`} />
      <StatementPayouts payouts={payouts} />
    </Page>
  );
}
