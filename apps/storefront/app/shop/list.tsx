import { getCommune, listListings } from '@chophien/contracts';
import { keepAddress, notFound, reading, unsent, visitor } from '@chophien/site';
import { Empty, ListingCards, Pager, withQuery } from '@chophien/ui';
import { categories, provinces } from '../reference.ts';
import type { Route } from './+types/list';
import { FilterLinks } from './filter-links.tsx';
import { breadcrumbs } from './graph.ts';
import { categoryPath } from './paths.ts';
import { ReadingPage } from './reading-page.tsx';
import { asQuery, filtersIn } from './filters.ts';

export const headers = reading;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const filters = filtersIn(new URL(request.url).searchParams);
  const slug = 'slug' in params ? params.slug?.toLowerCase() : undefined;
  const [groups, places] = await Promise.all([categories(read), provinces(read)]);
  const category = groups.find((group) => group.slug === slug);
  if (slug !== undefined && !category) return notFound(context);
  keepAddress(request, category ? categoryPath(category) : '/san-pham');
  const { tinh: province, xa: commune, giu: storage, xep: sort, trang: page } = filters;
  const [found, place] = await Promise.all([
    read(listListings, { query: { category: category?.slug, province, commune, storage, sort, page } }),
    commune ? read(getCommune, { params: { code: commune } }) : undefined,
  ]);
  return unsent({
    found,
    groups,
    places,
    category,
    commune: place?.fullName,
    query: asQuery(filters),
    origin: env.origin,
  });
}

export default function List({ loaderData }: Route.ComponentProps) {
  const { found, groups, places, category, commune, query, origin } = loaderData;
  const path = category ? categoryPath(category) : '/san-pham';
  const name = category?.name ?? 'Hàng đang bán';
  const title = commune ? `${name} ở ${commune}` : name;
  // The one that is on comes first: on a phone the others are pushed sideways.
  const shelves = category ? [category, ...groups.filter(({ id }) => id !== category.id)] : groups;
  return (
    <ReadingPage
      origin={origin}
      path={withQuery(path, {}, { trang: found.page })}
      title={found.page > 1 ? `${title}, trang ${found.page}` : title}
      description={`${title} trên Chợ Phiên: giá, người bán, nơi trồng, cách giữ.`}
      aside={Object.values(query).some((value) => value !== undefined)}
      graph={[breadcrumbs(origin, [{ word: name, path }])]}
    >
      <h1>{title}</h1>
      <nav className="filters rail" aria-label="Danh mục">
        <a className="chip" href={withQuery('/san-pham', query, {})} aria-current={category ? undefined : 'page'}>
          Tất cả
        </a>
        {shelves.map(({ id, name: word, slug }) => (
          <a
            key={id}
            className="chip"
            href={withQuery(`/danh-muc/${slug}`, query, {})}
            aria-current={slug === category?.slug ? 'page' : undefined}
          >
            {word}
          </a>
        ))}
      </nav>
      <FilterLinks path={path} query={query} provinces={places} sortable />
      {found.items.length === 0 ? (
        <Empty title="Chưa có món nào như vậy">
          <a className="button" href="/san-pham">
            Bỏ các điều kiện lọc
          </a>
        </Empty>
      ) : (
        <ListingCards listings={found.items} lead />
      )}
      <Pager page={found.page} more={found.more} href={(page) => withQuery(path, query, { trang: page })} />
    </ReadingPage>
  );
}
