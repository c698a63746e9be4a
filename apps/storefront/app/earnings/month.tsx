import { getMyStatement } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import { Badge, Crumbs, Page, StatementFiles, StatementLines, StatementPayouts, StatementSums } from '@chophien/ui';
import type { Route } from './+types/month';
import { earningsPath, isId, isMonth, monthWords } from './words.ts';

export async function loader({ context, params: { producer, month } }: Route.LoaderArgs) {
  if (!isId(producer) || !isMonth(month)) return notFound(context);
  return { statement: await context.get(visitor).read(getMyStatement, { params: { producer, month } }) };
}

export default function Month({ loaderData: { statement } }: Route.ComponentProps) {
  const { producer, name, month, closed, items, payouts } = statement;
  const file = `${earningsPath(producer, month)}/tep`;
  return (
    <Page title={`Tiền bán hàng ${monthWords(month)}`} hidden>
      <Crumbs
        links={[
          { href: '/ban-hang', word: 'Bán hàng' },
          { href: earningsPath(producer), word: 'Tiền bán hàng' },
        ]}
      />
      <h1 className="flex flex-wrap items-center gap-3">
        {name}, {monthWords(month)}
        {closed && <Badge tone="good">Đã khoá sổ</Badge>}
      </h1>
      <StatementSums statement={statement} />
      <p className="field-hint">
        Tiền được chi sau khi giao xong và hết hạn khiếu nại. Bấm mã kiện để xem vì sao ra số tiền đó.
      </p>
      <StatementFiles file={file} />
      <StatementLines items={items} hrefOf={(parcel) => `${earningsPath(producer)}/kien/${parcel}`} />
      <StatementPayouts payouts={payouts} />
    </Page>
  );
}
