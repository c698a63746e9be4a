import { randomUUID } from 'node:crypto';
import {
  cancelListingEdit,
  changePrice,
  correctStock,
  editListing,
  getMyListing,
  getStock,
  listPrices,
  Problem,
  receiveStock,
} from '@chophien/contracts';
import { parseQuantity } from '@chophien/kernel';
import { check, text, type Visitor, visitor } from '@chophien/site';
import { Badge, Crumbs, ErrorSummary, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { beginEdit, todosOf } from '../listing/edited.ts';
import { MINE } from '../listing/path.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/my-listing';
import { parseDong } from './dong.ts';
import { ListingPictures } from './listing-pictures.tsx';
import { toldEdit, toldState } from './listing-state.ts';
import { Movements, PriceForm, Prices, Ways, StockForms, Yearly } from './my-listing-forms.tsx';
import { hiddenWords } from './hidden-words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const listing = await read(getMyListing, { params });
  // A service has places on its days instead.
  const [stock, prices] = await Promise.all([
    listing.kind === 'goods' ? read(getStock, { params }) : undefined,
    read(listPrices, { params }),
  ]);
  return {
    listing,
    stock,
    prices: prices.items,
    ids: [randomUUID(), randomUUID()] as string[],
    done: text(new URL(request.url).searchParams, 'xong'),
  };
}

const sentences = {
  price: 'Ghi giá bằng số, ít nhất 1.000 đồng.',
  quantity: 'Ghi số lượng mới nhập, lớn hơn 0.',
  onHand: 'Ghi số đếm được, 0 nếu hết.',
  reason: 'Ghi lý do, ít nhất 3 chữ.',
};

interface Pressed {
  params: { id: string };
  form: FormData;
}

/** What each button of the page does; answers where it goes on. */
const acts: Readonly<Record<string, (who: Visitor, pressed: Pressed) => Promise<string | void>>> = {
  gia: async ({ call }, { params, form }) => {
    const sure = text(form, 'confirm') === '1' ? { confirm: true } : {};
    const body = check(changePrice.body!, { price: parseDong(text(form, 'price')), ...sure });
    await call(changePrice, { params, body });
  },
  nhap: async ({ call }, { params, form }) => {
    const quantity = parseQuantity(text(form, 'quantity'));
    await call(receiveStock, { params, body: check(receiveStock.body!, { id: text(form, 'id'), quantity }) });
  },
  dem: async ({ call }, { params, form }) => {
    const onHand = parseQuantity(text(form, 'onHand'));
    const body = check(correctStock.body!, { id: text(form, 'id'), onHand, reason: text(form, 'reason') });
    await call(correctStock, { params, body });
  },
  sua: async (who, { params }) => beginEdit(who, await who.call(getMyListing, { params })),
  'thoi-sua': async ({ call }, { params }) => void (await call(cancelListingEdit, { params })),
  'mua-sau': async ({ call }, { params, form }) => {
    const { version, sellFrom, sellTo } = await call(getMyListing, { params });
    const repeatsYearly = text(form, 'nhac') === '1';
    if (repeatsYearly && !(sellFrom && sellTo)) return `${MINE}/${params.id}?xong=can-ngay`;
    await call(editListing, { params, body: { version, repeatsYearly } });
  },
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const act = acts[text(form, 'go')];
      if (!act) throw new Problem('platform.malformed');
      return redirect((await act(context.get(visitor), { params, form })) ?? `${MINE}/${params.id}?xong=1`);
    },
    sentences,
  );
}

const warnings: Readonly<Record<string, string>> = {
  'can-ngay': 'Muốn nhắc mùa sau thì ghi ngày bán trước: bấm Sửa món này, rồi Ngày bán.',
  'nguoi-khac':
    'Người khác trong nhà vừa sửa món này trong lúc bạn sửa. Đây là bản mới; xem lại rồi bấm Sửa món này nếu còn chỗ cần đổi.',
};

const done: Readonly<Record<string, string>> = {
  sua: 'Đã lưu. Chỗ nào người mua dựa vào (tên, nguồn gốc, giấy …) thì cán bộ xã xem xong mới đổi.',
};

export default function MyListing({ loaderData, actionData }: Route.ComponentProps) {
  const { listing, stock, prices, ids } = loaderData;
  const state = toldState(listing);
  const edit = toldEdit(listing);
  const todos = todosOf(listing);
  return (
    <Page title={listing.name} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: MINE, word: 'Hàng của tôi' }]} />
      <h1>{listing.name}</h1>
      <ErrorSummary refusal={actionData} />
      {warnings[loaderData.done] ? (
        <Note tone="warn">{warnings[loaderData.done]}</Note>
      ) : (
        loaderData.done && !actionData && <Note tone="good">{done[loaderData.done] ?? 'Đã lưu.'}</Note>
      )}
      <div className="grid gap-1">
        <p className="flex flex-wrap gap-2">
          <Badge tone={state.tone}>{state.word}</Badge>
          {edit && <Badge tone={edit.tone}>{edit.word}</Badge>}
        </p>
        {(state.more ?? edit?.more) && <p>{state.more ?? edit?.more}</p>}
      </div>
      {listing.hiddenBy.length > 0 && (
        <Note tone="warn">
          Đang ẩn: {listing.hiddenBy.map(hiddenWords).join('; ')}. Món này tự hiện lại khi cán bộ xác nhận giấy mới.{' '}
          <a href={`/ban-hang/giay-to/${listing.producer.id}`}>Xem giấy tờ</a>
        </Note>
      )}
      {todos.length > 0 && (
        <Note tone="warn">
          <h2>Việc cần sửa</h2>
          <ul className="list-disc pl-5">
            {todos.map((todo) => (
              <li key={todo}>{todo}</li>
            ))}
          </ul>
        </Note>
      )}
      <form method="post" className="flex flex-wrap gap-2" data-once="">
        <Submit name="go" value="sua">
          {todos.length > 0 ? 'Sửa và gửi lại' : 'Sửa món này'}
        </Submit>
        {edit && (
          <Submit kind="plain" name="go" value="thoi-sua">
            Bỏ chỗ đang sửa
          </Submit>
        )}
      </form>
      <ListingPictures listing={listing} />
      <PriceForm listing={listing} refusal={actionData} />
      <Ways listing={listing} />
      {stock && <StockForms listing={listing} stock={stock} ids={ids} refusal={actionData} />}
      {listing.kind === 'goods' && <Yearly listing={listing} />}
      <Prices prices={prices} unit={listing.unit} />
      {stock && <Movements stock={stock} unit={listing.unit} />}
      <Enhance />
    </Page>
  );
}
