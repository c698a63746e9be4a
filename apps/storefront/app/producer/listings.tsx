import { randomUUID } from 'node:crypto';
import { getMe, listListingDrafts, listMyListings } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Hidden, Page, Pager, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { answersIn } from '../listing/drafts.ts';
import { MINE, stepPath } from '../listing/path.ts';
import { PhoneQueue } from '../listing/phone-queue.tsx';
import { script } from '../listing/script.ts';
import { States } from '../listing/states.tsx';
import { Enhance } from '../share.tsx';
import { filtersIn } from '../shop/filters.ts';
import type { Route } from './+types/listings';
import { press } from './listing-acts.ts';
import { ListingRow } from './listing-row.tsx';
import { Undo } from './undo.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const { page } = filtersIn(searchParams);
  const [found, drafts, me] = await Promise.all([
    read(listMyListings, { query: { page } }),
    read(listListingDrafts),
    read(getMe),
  ]);
  return {
    ...found,
    person: me.id,
    drafts: drafts.items.map((one) => ({ id: one.id, at: one.changedAt, name: answersIn(one).name ?? '' })),
    once: Object.fromEntries(found.items.map(({ id }) => [id, [randomUUID(), randomUUID(), randomUUID()]])),
    undo: {
      done: text(searchParams, 'xong'),
      which: text(searchParams, 'mon'),
      once: text(searchParams, 'lan'),
      by: text(searchParams, 'nac'),
      next: randomUUID() as string,
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  return attempt(form, async () => redirect(await press(context.get(visitor), form, MINE)));
}

export default function Listings({ loaderData, actionData }: Route.ComponentProps) {
  const { items, page, pages, person, drafts, once, undo } = loaderData;
  return (
    <Page title="Hàng của tôi" narrow hidden refused={Boolean(actionData)}>
      <h1>Hàng của tôi</h1>
      <ErrorSummary refusal={actionData} />
      <Undo {...undo} />
      <p>
        <a className="button button-main w-full" href="/ban-hang/dang-ban">
          Đăng bán món mới
        </a>
        <a className="inline-block py-3" href="/ban-hang/bang-tinh">
          Đăng, sửa nhiều món bằng bảng tính
        </a>
        <a className="inline-block py-3" href="/ban-hang/chung-nhan">
          Giấy chứng nhận: OCOP, VietGAP …
        </a>
      </p>
      <div data-goods="" data-person={person}>
        <PhoneQueue />
      </div>
      {page === 1 && drafts.length > 0 && <Drafts drafts={drafts} />}
      {items.length === 0 && drafts.length === 0 && (
        <Empty title="Chưa có món nào">Món đầu tiên chỉ cần một tấm ảnh, tên và giá.</Empty>
      )}
      <ul className="grid gap-4">
        {items.map((listing) => (
          <ListingRow key={listing.id} listing={listing} once={once[listing.id] ?? []} />
        ))}
      </ul>
      <Pager page={page} more={page < pages} href={(next) => `${MINE}?trang=${next}`} />
      <States />
      <Enhance />
      <script src={script} defer />
    </Page>
  );
}

/** What was begun and not handed in, as the server keeps it: on whichever phone it was begun. */
const Drafts = ({ drafts }: { drafts: readonly { id: string; name: string; at: string }[] }) => (
  <details className="panel">
    <summary className="py-2 font-bold">Soạn dở: {drafts.length} món</summary>
    <ul className="grid gap-3 mt-2">
      {drafts.map(({ id, name, at }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <span className="grow">
            <b>{name || 'Món chưa có tên'}</b>
            <br />
            <span className="field-hint">sửa ngày {whenDay(at)}</span>
          </span>
          <a className="button" href={stepPath('xem-lai', id)}>
            Làm tiếp
          </a>
          <form method="post" data-once="" data-forget={id}>
            <Hidden name="id" value={id} />
            <Submit kind="warn" name="go" value="bo-nhap">
              Bỏ
            </Submit>
          </form>
        </li>
      ))}
    </ul>
  </details>
);
