import { getCommune, searchListings } from '@chophien/contracts';
import { goTo, keepAddress, notFound, reading, unsent, visitor } from '@chophien/site';
import { Crumbs, Empty, ListingCards, Pager } from '@chophien/ui';
import { attributes, categories, provinces } from '../reference.ts';
import type { Route } from './+types/list';
import { countWords } from './facet-words.ts';
import { FilterLinks } from './filter-links.tsx';
import { asked, bare, type Filters, filtersIn, isNarrowed, shelfLink } from './filters.ts';
import { breadcrumbs } from './graph.ts';
import { categoryPath } from './paths.ts';
import { ReadingPage } from './reading-page.tsx';

export const headers = reading;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const filters = filtersIn(searchParams);
  const slug = 'slug' in params ? params.slug?.toLowerCase() : undefined;
  const [groups, traits, places] = await Promise.all([categories(read), attributes(read), provinces(read)]);
  const category = groups.find((group) => group.slug === slug);
  if (slug !== undefined && !category) return notFound(context);
  leaveForOwnAddress(filters, { slug, groups, typed: searchParams.has('loc') });
  keepAddress(request, category ? categoryPath(category) : '/san-pham');
  const [commune] = filters.values.xa ?? [];
  const [found, place] = await Promise.all([
    read(searchListings, { query: asked(filters, category?.id) }),
    commune ? read(getCommune, { params: { code: commune } }) : undefined,
  ]);
  const where = place?.fullName ?? places.find(({ code }) => code === filters.values.tinh?.[0])?.name;
  return unsent({ found, groups, traits, places, category, where, filters, origin: env.origin });
}

interface Asked {
  slug: string | undefined;
  groups: readonly { id: string; slug: string }[];
  typed: boolean;
}

/** A form's address is tidied, and one category has a page of its own. */
const leaveForOwnAddress = (filters: Filters, { slug, groups, typed }: Asked): void => {
  const [only, ...others] = filters.values.loai ?? [];
  const single = slug === undefined && others.length === 0 ? groups.find(({ id }) => id === only) : undefined;
  if (!typed && !single && !(slug !== undefined && only)) return;
  const { loai, ...values } = filters.values;
  const keepsMany = slug === undefined && !single && loai;
  const path = single ? categoryPath(single) : slug === undefined ? '/san-pham' : categoryPath({ slug });
  goTo(shelfLink(path, { ...filters, values: keepsMany ? { ...values, loai } : values }));
};

export default function List({ loaderData }: Route.ComponentProps) {
  const { found, groups, traits, places, category, where, filters, origin } = loaderData;
  const path = category ? categoryPath(category) : '/san-pham';
  const name = category?.name ?? 'Hàng đang bán';
  const title = where ? `${name} ở ${where}` : name;
  const shelf = category?.parent ? groups.find(({ id }) => id === category.parent) : category;
  // On a shelf its groups, on a group the others beside it; else the shelves themselves.
  const beside = groups.filter(({ parent }) => parent === (shelf?.id ?? null));
  const page = (number: number) => shelfLink(path, { ...filters, page: number });
  return (
    <ReadingPage
      origin={origin}
      path={page(found.page)}
      title={found.page > 1 ? `${title}, trang ${found.page}` : title}
      description={`${title} trên Chợ Phiên: ${countWords(found.total ?? { count: 0, more: false })} món của hộ gia đình và hợp tác xã. Giá, người bán, nơi trồng, cách giữ.`}
      aside={isNarrowed(filters)}
      graph={[
        breadcrumbs(origin, [
          ...(shelf && shelf !== category ? [{ word: shelf.name, path: categoryPath(shelf) }] : []),
          { word: name, path },
        ]),
      ]}
    >
      {shelf && (
        <Crumbs
          links={[
            { href: '/san-pham', word: 'Hàng đang bán' },
            ...(shelf === category ? [] : [{ href: categoryPath(shelf), word: shelf.name }]),
          ]}
        />
      )}
      <h1>{title}</h1>
      <nav className="filters rail" aria-label="Danh mục">
        {beside.map((group) => (
          <a
            key={group.id}
            className="chip"
            href={shelfLink(categoryPath(group), withoutAttributes(filters))}
            aria-current={group.id === category?.id ? 'page' : undefined}
          >
            {group.name}
          </a>
        ))}
      </nav>
      <FilterLinks
        path={path}
        filters={filters}
        facets={found.facets ?? {}}
        attributes={traits}
        provinces={places}
        ownCategory
      />
      {found.total && found.items.length > 0 && <p className="field-hint">{countWords(found.total)} món</p>}
      {found.items.length === 0 ? (
        <Empty title={isNarrowed(filters) ? 'Không có món nào như vậy' : 'Chưa có món nào đang bán ở đây'}>
          <p className="flex flex-wrap justify-center gap-2">
            {isNarrowed(filters) && (
              <a className="button" href={shelfLink(path, bare(filters))}>
                Bỏ các điều kiện lọc
              </a>
            )}
            <a className="button" href="/san-pham">
              Xem mọi món đang bán
            </a>
          </p>
        </Empty>
      ) : (
        <ListingCards listings={found.items} lead />
      )}
      <Pager page={found.page} more={found.more} href={page} />
    </ReadingPage>
  );
}

/** What goods of one group are told apart by means nothing in another. */
const withoutAttributes = (filters: Filters): Filters => ({
  ...filters,
  values: Object.fromEntries(Object.entries(filters.values).filter(([name]) => !name.startsWith('attr.'))),
  page: 1,
});
