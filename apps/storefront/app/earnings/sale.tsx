import { getMySale } from '@chophien/contracts';
import { formatDong, vietnamMonth } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { BuyersMoney, Crumbs, Page, payoutWords, SaleDivision, SaleFacts, StateBadge } from '@chophien/ui';
import type { Route } from './+types/sale';
import { earningsPath, isId, monthWords } from './words.ts';

export async function loader({ context, params: { producer, parcel } }: Route.LoaderArgs) {
  if (!isId(producer) || !isId(parcel)) return notFound(context);
  return { sale: await context.get(visitor).read(getMySale, { params: { producer, parcel } }) };
}

export default function Sale({ loaderData: { sale } }: Route.ComponentProps) {
  const { producer, code, placedAt, earnedAt, payout, holder } = sale;
  const month = vietnamMonth(new Date(earnedAt ?? placedAt));
  return (
    <Page title={`Kiện ${code}: vì sao ra số tiền này`} narrow hidden>
      <Crumbs
        links={[
          { href: earningsPath(producer.id), word: 'Tiền bán hàng' },
          ...(earnedAt ? [{ href: earningsPath(producer.id, month), word: monthWords(month) }] : []),
        ]}
      />
      <h1>
        Kiện {code}: {formatDong(sale.net)}
      </h1>
      <SaleFacts sale={sale}>
        {payout ? (
          <>
            <StateBadge state={payoutWords[payout.state]} />
            {payout.reference && <>, số giao dịch ngân hàng {payout.reference}</>}
          </>
        ) : holder === 'seller' ? (
          'Bạn đã nhận tiền thẳng'
        ) : (
          'Chưa chi'
        )}
      </SaleFacts>
      <SaleDivision sale={sale} />
      <BuyersMoney money={sale.money} />
    </Page>
  );
}
