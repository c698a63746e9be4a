import { findFieldHouseholds, listFieldHouseholds } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Empty, Icon, Page } from '@chophien/ui';
import { z } from 'zod';
import type { Route } from './+types/home';
import { HouseholdRow } from './household-row.tsx';
import { FIELD } from './paths.ts';

const PageNumber = z.coerce.number().int().min(1).max(500).catch(1);

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = check(PageNumber, new URL(request.url).searchParams.get('trang') ?? 1);
  return { ...(await context.get(visitor).read(listFieldHouseholds, { query: { page } })), words: '' };
}

/** Searching is a POST: a telephone or citizen number never stands in an address. */
export async function action({ context, request }: Route.ActionArgs) {
  const words = text(await request.formData(), 'words').slice(0, 100);
  const { read } = context.get(visitor);
  const { items, total } = words ? await read(findFieldHouseholds, { body: { words } }) : { items: [], total: 0 };
  return { items, total, page: 1, pages: 1, words };
}

export default function FieldHome({ loaderData, actionData }: Route.ComponentProps) {
  const { items, total, page, pages, words } = actionData ?? loaderData;
  return (
    <Page title="Nhập hộ" narrow hidden>
      <h1>Nhập hộ</h1>
      <p>
        <a className="button button-main w-full" href={`${FIELD}/them`}>
          <Icon name="plus" />
          Thêm hộ mới
        </a>
      </p>
      <form method="post" className="flex gap-2 items-end">
        <label className="grow">
          <span className="field-name">Tìm theo tên, số điện thoại, số căn cước</span>
          <input className="input" name="words" type="search" defaultValue={words} maxLength={100} autoComplete="off" />
        </label>
        <button className="button" type="submit">
          <Icon name="search" />
          Tìm
        </button>
      </form>
      <h2>{words ? `Tìm “${words}”: ${total} hộ` : `Hộ trong địa bàn: ${total}`}</h2>
      {items.length === 0 && (
        <Empty title={words ? 'Không có hộ nào như vậy' : 'Chưa có hộ nào'}>
          {words ? 'Thử ít chữ hơn, hoặc thêm hộ mới.' : 'Bấm “Thêm hộ mới” để nhập hộ đầu tiên.'}
        </Empty>
      )}
      <ul className="grid gap-3">
        {items.map((household) => (
          <HouseholdRow key={household.id} household={household} />
        ))}
      </ul>
      {pages > 1 && (
        <nav className="flex gap-4" aria-label="Trang">
          {page > 1 && (
            <a className="button" href={`${FIELD}?trang=${page - 1}`}>
              Trang trước
            </a>
          )}
          <span className="py-3">
            Trang {page}/{pages}
          </span>
          {page < pages && (
            <a className="button" href={`${FIELD}?trang=${page + 1}`}>
              Trang sau
            </a>
          )}
        </nav>
      )}
      <p className="flex flex-wrap gap-x-6">
        {words && (
          <a className="inline-block py-3" href={FIELD}>
            Xem tất cả
          </a>
        )}
        <a className="inline-block py-3" href={`${FIELD}/nhat-ky`}>
          Nhật ký của tôi
        </a>
        <a className="inline-block py-3" href="/dang-xuat">
          Đăng xuất
        </a>
      </p>
      <p className="field-hint" data-kept="" hidden />
    </Page>
  );
}
