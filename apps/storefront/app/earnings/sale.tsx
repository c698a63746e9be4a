import { getMySale } from '@chophien/contracts';
import { formatDong, vietnamMonth } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { BuyersMoney, Crumbs, holderOf, Page, payoutWords, SaleDivision, StateBadge, when } from '@chophien/ui';
import type { Route } from './+types/sale';
import { earningsPath, isId, monthWords } from './words.ts';

export async function loader({ context, params: { producer, parcel } }: Route.LoaderArgs) {
  if (!isId(producer) || !isId(parcel)) return notFound(context);
  return { sale: await context.get(visitor).read(getMySale, { params: { producer, parcel } }) };
}

export default function Sale({ loaderData: { sale } }: Route.ComponentProps) {
  const { producer, code, orderCode, placedAt, earnedAt, payout, holder } = sale;
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
      <dl className="facts">
        <dt>Đơn hàng</dt>
        <dd>{orderCode}</dd>
        <dt>Đặt lúc</dt>
        <dd>{when(placedAt)}; phí và thuế tính theo quy định của ngày này</dd>
        <dt>Giao xong</dt>
        <dd>{earnedAt ? when(earnedAt) : 'Chưa'}</dd>
        <dt>Ai giữ tiền</dt>
        <dd>{holderOf(sale)}</dd>
        <dt>Chi trả</dt>
        <dd>
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
        </dd>
      </dl>
      <SaleDivision sale={sale} />
      <BuyersMoney money={sale.money} />
    </Page>
  );
}
