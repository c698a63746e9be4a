import { randomUUID } from 'node:crypto';
import {
  type Client,
  changePrice,
  correctStock,
  getStock,
  listMyListings,
  type MyListing as Mine,
  receiveStock,
} from '@chophien/contracts';
import { formatQuantity, inWords, parseQuantity, unitWord } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Hidden, Note, Page, Price, Submit, Table, when } from '@chophien/ui';
import { redirect } from 'react-router';
import type { z } from 'zod';
import { attempt } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/my-listing';
import { parseDong } from './dong.ts';
import { hiddenWords } from './hidden-words.ts';
import { ListingPictures } from './listing-pictures.tsx';

/** One of mine, wherever it stands in my list. */
const mine = async (read: Client, id: string): Promise<z.infer<typeof Mine> | undefined> => {
  for (let page = 1; ; page++) {
    const { items, pages } = await read(listMyListings, { query: { page } });
    const found = items.find((listing) => listing.id === id);
    if (found || page >= pages) return found;
  }
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const listing = await mine(read, params.id);
  if (!listing) return notFound(context);
  const stock = await read(getStock, { params: { id: listing.id } });
  return {
    listing,
    stock,
    ids: [randomUUID(), randomUUID()] as string[],
    done: new URL(request.url).searchParams.has('xong'),
  };
}

const sentences = {
  price: 'Ghi giá bằng số, ít nhất 1.000 đồng.',
  quantity: 'Ghi số lượng mới nhập, lớn hơn 0.',
  onHand: 'Ghi số đếm được, 0 nếu hết.',
  reason: 'Ghi lý do, ít nhất 3 chữ.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const go = text(form, 'go');
      const id = text(form, 'id');
      if (go === 'gia') {
        const body = check(changePrice.body!, { price: parseDong(text(form, 'price')) });
        await call(changePrice, { params, body });
      } else if (go === 'nhap') {
        const body = check(receiveStock.body!, { id, quantity: parseQuantity(text(form, 'quantity')) });
        await call(receiveStock, { params, body });
      } else {
        const body = check(correctStock.body!, {
          id,
          onHand: parseQuantity(text(form, 'onHand')),
          reason: text(form, 'reason'),
        });
        await call(correctStock, { params, body });
      }
      return redirect(`/ban-hang/san-pham/${params.id}?xong=1`);
    },
    sentences,
  );
}

const movements = { received: 'Nhập thêm', sold: 'Đã bán', returned: 'Trả lại', corrected: 'Đếm lại' } as const;

export default function MyListing({ loaderData: { listing, stock, ids, done }, actionData }: Route.ComponentProps) {
  const { unit } = listing;
  const unitWords = unitWord(unit);
  return (
    <Page title={listing.name} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/san-pham', word: 'Hàng của tôi' }]} />
      <h1>{listing.name}</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã lưu.</Note>}
      {listing.hiddenBy.length > 0 && (
        <Note tone="warn">
          Đang ẩn: {listing.hiddenBy.map(hiddenWords).join('; ')}. Món này tự hiện lại khi cán bộ xác nhận giấy mới.{' '}
          <a href={`/ban-hang/giay-to/${listing.producer.id}`}>Xem giấy tờ</a>
        </Note>
      )}
      <ListingPictures listing={listing} />
      <section className="panel grid gap-3">
        <h2>Giá</h2>
        <p>
          Đang bán <Price dong={listing.price} unit={unit} /> ({inWords(listing.price)} đồng)
        </p>
        <Form>
          <Field
            name="price"
            label="Giá mới"
            inputMode="numeric"
            autoComplete="off"
            after={`đồng/${unitWords}`}
            enhance="price"
            refusal={actionData}
          />
          <Submit name="go" value="gia">
            Đổi giá
          </Submit>
        </Form>
      </section>
      <section className="panel grid gap-3">
        <h2>Số lượng</h2>
        <p>
          Còn bán được <b>{formatQuantity(stock.available, unit)}</b>
          {stock.held > 0 && <> (đang giữ cho đơn {formatQuantity(stock.held, unit)})</>}.
        </p>
        <Form>
          <Hidden name="id" value={ids[0] ?? ''} />
          <Field
            name="quantity"
            label="Nhập thêm"
            inputMode="decimal"
            autoComplete="off"
            after={unitWords}
            refusal={actionData}
          />
          <Submit kind="plain" name="go" value="nhap">
            Cộng thêm
          </Submit>
        </Form>
        <details open={Boolean(actionData?.fields.onHand || actionData?.fields.reason)}>
          <summary className="chip">Đếm lại, sửa số</summary>
          <div className="pt-3">
            <Form>
              <Hidden name="id" value={ids[1] ?? ''} />
              <Field
                name="onHand"
                label="Đếm được trong kho"
                hint={`Kể cả phần đang giữ cho đơn. Sổ đang ghi ${formatQuantity(stock.onHand, unit)}.`}
                inputMode="decimal"
                autoComplete="off"
                after={unitWords}
                refusal={actionData}
              />
              <Field name="reason" label="Vì sao khác sổ?" maxLength={200} refusal={actionData} />
              <Submit kind="plain" name="go" value="dem">
                Sửa số
              </Submit>
            </Form>
          </div>
        </details>
      </section>
      {stock.movements.length > 0 && (
        <section className="panel">
          <Table
            caption="Sổ nhập xuất, mới nhất trước"
            rows={stock.movements}
            idOf={(movement) => movement.id}
            columns={[
              { head: 'Lúc', cell: ({ at }) => when(at) },
              {
                head: 'Việc',
                cell: ({ kind, reason }) => (reason ? `${movements[kind]}: ${reason}` : movements[kind]),
              },
              {
                head: 'Số lượng',
                number: true,
                cell: ({ quantity }) => `${quantity < 0 ? '−' : '+'}${formatQuantity(Math.abs(quantity), unit)}`,
              },
            ]}
          />
        </section>
      )}
      <Enhance />
    </Page>
  );
}
