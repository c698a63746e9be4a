import { searchListings } from '@chophien/contracts';
import { reading, text, unsent, visitor } from '@chophien/site';
import { Empty, ListingCards, Page, Pager, withQuery } from '@chophien/ui';
import { categories, provinces } from '../reference.ts';
import type { Route } from './+types/search';
import { FilterLinks } from './filter-links.tsx';
import { asQuery, filtersIn } from './filters.ts';

export const headers = reading;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const q = text(searchParams, 'q').slice(0, 100).trim();
  const filters = filtersIn(searchParams);
  const { tinh: province, xa: commune, giu: storage, trang: page } = filters;
  const [groups, places, found] = await Promise.all([
    categories(read),
    provinces(read),
    q ? read(searchListings, { query: { q, province, commune, storage, page } }) : undefined,
  ]);
  return unsent({ q, groups, places, found, query: { q, ...asQuery(filters) } });
}

export default function Search({ loaderData: { q, groups, places, found, query } }: Route.ComponentProps) {
  const title = q ? `Tìm “${q}”` : 'Tìm món hàng';
  return (
    <Page title={title} hidden>
      <h1>{title}</h1>
      {found && <FilterLinks path="/tim" query={query} provinces={places} />}
      {found && found.items.length > 0 ? (
        <ListingCards listings={found.items} lead />
      ) : (
        <Empty title={found ? 'Chưa tìm thấy món nào' : 'Bạn cần mua gì?'}>
          <p>
            {found
              ? 'Thử ít chữ hơn, hoặc chọn một danh mục. Gõ không dấu cũng được.'
              : 'Gõ tên món hàng, tên xã hoặc tên người bán. Gõ không dấu cũng được.'}
          </p>
          <nav className="filters justify-center mt-3" aria-label="Danh mục">
            {groups.map(({ id, name, slug }) => (
              <a key={id} className="chip" href={`/danh-muc/${slug}`}>
                {name}
              </a>
            ))}
          </nav>
        </Empty>
      )}
      {found && (
        <Pager page={found.page} more={found.more} href={(page) => withQuery('/tim', query, { trang: page })} />
      )}
    </Page>
  );
}
