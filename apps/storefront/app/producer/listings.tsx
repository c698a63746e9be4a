import { Id, listMyListings, relistListing, withdrawListing } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { Badge, Empty, ErrorSummary, Hidden, Note, Page, Pager, Picture, Price, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { filtersIn } from '../shop/filters.ts';
import type { Route } from './+types/listings';
import { hiddenWords } from './hidden-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const { trang: page } = filtersIn(searchParams);
  const found = await context.get(visitor).read(listMyListings, { query: { page } });
  return { ...found, done: text(searchParams, 'xong'), which: text(searchParams, 'mon') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const id = check(Id, text(form, 'id'));
    const relist = text(form, 'go') === 'ban-lai';
    await call(relist ? relistListing : withdrawListing, { params: { id } });
    return redirect(`/ban-hang/san-pham?xong=${relist ? 'ban-lai' : 'thoi-ban'}&mon=${id}`);
  });
}

export default function Listings({
  loaderData: { items, page, pages, done, which },
  actionData,
}: Route.ComponentProps) {
  return (
    <Page title="Hàng của tôi" narrow hidden refused={Boolean(actionData)}>
      <h1>Hàng của tôi</h1>
      <ErrorSummary refusal={actionData} />
      <Told done={done} which={which} />
      <p>
        <a className="button button-main w-full" href="/ban-hang/dang-ban">
          Đăng bán món mới
        </a>
      </p>
      {items.length === 0 && <Empty title="Chưa có món nào">Món đầu tiên chỉ cần một tấm ảnh, tên và giá.</Empty>}
      <ul className="grid gap-4">
        {items.map((listing) => (
          <li key={listing.id} className="panel grid gap-3">
            <div className="grid grid-cols-[6rem_1fr] gap-3">
              <div className="rounded-lg overflow-clip self-start">
                <Picture picture={listing.picture} alt={listing.name} sizes="7rem" />
              </div>
              <div className="grid gap-1 content-start">
                <h2>
                  <a href={`/ban-hang/san-pham/${listing.id}`}>{listing.name}</a>
                </h2>
                <Price dong={listing.price} unit={listing.unit} />
                <p>
                  {listing.state === 'withdrawn' ? (
                    <Badge tone="quiet">Đã thôi bán</Badge>
                  ) : listing.hiddenBy.length > 0 ? (
                    <Badge tone="bad">Đang ẩn: {listing.hiddenBy.map(hiddenWords).join('; ')}</Badge>
                  ) : !listing.visible ? (
                    <Badge tone="wait">Chưa hiện: chờ xã duyệt</Badge>
                  ) : listing.available > 0 ? (
                    <Badge tone="good">Đang bán</Badge>
                  ) : (
                    <Badge tone="bad">Hết hàng</Badge>
                  )}
                </p>
                <p>
                  Còn {formatQuantity(listing.available, listing.unit)}
                  {listing.held > 0 && <>, đang giữ cho đơn {formatQuantity(listing.held, listing.unit)}</>}
                </p>
              </div>
            </div>
            <div className="flex flex-wrap gap-2">
              <a className="button" href={`/ban-hang/san-pham/${listing.id}`}>
                Sửa giá, số lượng
              </a>
              <form method="post">
                <Hidden name="id" value={listing.id} />
                {listing.state === 'withdrawn' ? (
                  <Submit kind="plain" name="go" value="ban-lai">
                    Bán lại
                  </Submit>
                ) : (
                  <Submit kind="warn" name="go" value="thoi-ban">
                    Thôi bán
                  </Submit>
                )}
              </form>
            </div>
          </li>
        ))}
      </ul>
      <Pager page={page} more={page < pages} href={(next) => `/ban-hang/san-pham?trang=${next}`} />
    </Page>
  );
}

/** What was just done, with a way back. */
const Told = ({ done, which }: { done: string; which: string }) => {
  if (done === 'dang') return <Note tone="good">Đã đăng bán. Người mua thấy món này ngay.</Note>;
  if (done !== 'thoi-ban' && done !== 'ban-lai') return null;
  return (
    <Note tone="good">
      <p>{done === 'thoi-ban' ? 'Đã thôi bán món này.' : 'Món này đang bán lại.'}</p>
      <form method="post" className="mt-2">
        <Hidden name="id" value={which} />
        <Submit kind="plain" name="go" value={done === 'thoi-ban' ? 'ban-lai' : 'thoi-ban'}>
          Hoàn tác
        </Submit>
      </form>
    </Note>
  );
};
