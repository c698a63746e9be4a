import { type BasketView, getBasket, Id, setBasketLine } from '@chophien/contracts';
import { formatDong, parseQuantity } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Note, Page, StorageBadge } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/basket';
import { basketKey } from './basket-key.ts';
import { BasketLine } from './basket-line.tsx';

const empty: BasketView = { parcels: [], gone: [], goods: 0, count: 0 };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read, cookie } = context.get(visitor);
  const key = cookie('gio');
  const added = new URL(request.url).searchParams.get('xong') === 'them';
  return { added, basket: key ? await read(getBasket, { params: { key: basketKey(key).value } }) : empty };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, cookie, set } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const key = basketKey(cookie('gio'));
      const offer = check(Id, text(form, 'offer'));
      await call(setBasketLine, { params: { key: key.value, offer }, body: { quantity: quantityIn(form) } });
      return redirect('/gio-hang', { headers: key.headers(set) });
    },
    { quantity: 'Số lượng chưa đúng: hãy theo số ít nhất và nấc của món hàng.' },
  );
}

/** The button says how much (`bot`, `them`, `bo` carry the amount after a colon); without one, the box does. */
const quantityIn = (form: FormData): number => {
  const [, amount] = /^(?:bot|them|bo|giu):(\d{1,10})$/.exec(text(form, 'doi')) ?? [];
  return amount === undefined ? (parseQuantity(text(form, 'quantity')) ?? -1) : Number(amount);
};

export default function Basket({ loaderData: { basket, added }, actionData }: Route.ComponentProps) {
  const troubled = basket.gone.length > 0 || basket.parcels.some(({ lines }) => lines.some(({ trouble }) => trouble));
  return (
    <Page title="Giỏ hàng" hidden narrow refused={Boolean(actionData)}>
      <h1>Giỏ hàng</h1>
      <ErrorSummary refusal={actionData} />
      {added && !actionData && <Note tone="good">Đã bỏ vào giỏ.</Note>}
      {basket.parcels.length + basket.gone.length === 0 ? (
        <Empty title="Giỏ đang trống">
          <a className="button" href="/san-pham">
            Xem hàng đang bán
          </a>
        </Empty>
      ) : (
        <>
          {basket.parcels.length > 1 && (
            <p>Hàng của mỗi người bán và mỗi cách giữ đi thành một kiện riêng: {basket.parcels.length} kiện.</p>
          )}
          {basket.parcels.map((parcel) => (
            <section key={`${parcel.producer.id} ${parcel.storage}`} className="panel grid gap-3">
              <h2 className="flex flex-wrap items-center gap-2">
                <a href={`/nha-vuon/${parcel.producer.id}`}>{parcel.producer.name}</a>
                <StorageBadge value={parcel.storage} />
              </h2>
              <ul className="grid gap-4">
                {parcel.lines.map((line) => (
                  <BasketLine key={line.offer} line={line} />
                ))}
              </ul>
              <p className="text-right">
                Tiền hàng kiện này: <b>{formatDong(parcel.goods)}</b>
              </p>
            </section>
          ))}
          {basket.gone.length > 0 && (
            <section className="panel grid gap-3">
              <h2>Không còn bán</h2>
              <ul className="grid gap-4">
                {basket.gone.map((line) => (
                  <BasketLine key={line.offer} line={line} />
                ))}
              </ul>
            </section>
          )}
          <dl className="sums panel">
            <dt>Tiền hàng</dt>
            <dd>
              <b>{formatDong(basket.goods)}</b>
            </dd>
            <dd className="field-hint wide text-left whitespace-normal">
              Tiền giao tính theo xã nhận hàng, báo trước khi đặt.
            </dd>
          </dl>
          {troubled ? (
            <Note tone="warn">Hãy sửa các dòng được đánh dấu rồi mới đặt hàng được.</Note>
          ) : (
            <p>
              <a className="button button-main button-buy w-full" href="/dat-hang">
                Đặt hàng
              </a>
            </p>
          )}
        </>
      )}
    </Page>
  );
}
