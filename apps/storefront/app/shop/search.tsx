import { searchListings, type Suggestion, suggestSearches } from '@chophien/contracts';
import { goTo, reading, unsent, visitor } from '@chophien/site';
import { Empty, ListingCards, Page, Pager } from '@chophien/ui';
import { attributes, categories, provinces } from '../reference.ts';
import type { Route } from './+types/search';
import { countWords } from './facet-words.ts';
import { FilterLinks } from './filter-links.tsx';
import { asked, bare, filtersIn, isNarrowed, shelfLink } from './filters.ts';
import { categoryPath } from './paths.ts';
import { ReadingHelp } from './reading-help.tsx';
import { SuggestionLinks } from './suggestion-links.tsx';

export const headers = reading;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const filters = filtersIn(searchParams);
  // Without words it is a shelf, and shelves have their own page.
  if (!filters.q && isNarrowed(filters)) return goTo(shelfLink('/san-pham', filters));
  if (searchParams.has('loc')) return goTo(shelfLink('/tim', filters));
  const [groups, traits, places] = await Promise.all([categories(read), attributes(read), provinces(read)]);
  const found = filters.q ? await read(searchListings, { query: asked(filters) }) : undefined;
  const isEmpty = found?.items.length === 0;
  const suggest = async (q: string) => (await read(suggestSearches, { query: { q } })).items;
  const [suggestions, unfiltered] = await Promise.all([
    isEmpty ? nearMisses(filters.q, suggest) : [],
    isEmpty && isNarrowed(filters) ? read(searchListings, { query: asked(bare(filters)) }) : undefined,
  ]);
  return unsent({ groups, traits, places, found, suggestions, instead: unfiltered?.total, filters });
}

/** What is close to words that found nothing: what they may become, else what each of them may. */
const nearMisses = async (q: string, suggest: (words: string) => Promise<Suggestion[]>): Promise<Suggestion[]> => {
  const whole = await suggest(q);
  if (whole.length > 0) return whole;
  const words = q
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(0, 4);
  const each = words.length > 1 ? await Promise.all(words.map(suggest)) : [];
  const known = new Map(each.flat().map((one) => [`${one.kind} ${one.text}`, one]));
  return [...known.values()].slice(0, 8);
};

export default function Search({ loaderData }: Route.ComponentProps) {
  const { groups, traits, places, found, suggestions, instead, filters } = loaderData;
  const { q } = filters;
  const title = q ? `Tìm “${q}”` : 'Tìm món hàng';
  const description = 'Tìm nông sản theo tên món, tên xã hay tên người bán; gõ có dấu hay không dấu đều được.';
  return (
    <Page title={title} description={description} hidden>
      <h1>{title}</h1>
      {found && (
        <FilterLinks path="/tim" filters={filters} facets={found.facets ?? {}} attributes={traits} provinces={places} />
      )}
      {found && found.items.length > 0 ? (
        <>
          <p className="field-hint">
            {found.total && `${countWords(found.total)} món. `}
            <a href={`/tim/goi-y?q=${encodeURIComponent(q)}`}>Xem chữ gợi ý</a>
          </p>
          <ListingCards listings={found.items} lead />
        </>
      ) : (
        <Empty title={found ? 'Chưa tìm thấy món nào' : 'Bạn cần mua gì?'}>
          {instead && instead.count > 0 && (
            <p className="mb-3">
              <a className="button" href={shelfLink('/tim', bare(filters))}>
                Bỏ điều kiện lọc: có {countWords(instead)} món
              </a>
            </p>
          )}
          <p>
            {found
              ? 'Thử ít chữ hơn, hoặc chọn một danh mục. Gõ không dấu cũng được.'
              : 'Gõ tên món hàng, tên xã hoặc tên người bán. Gõ không dấu cũng được.'}
          </p>
          {suggestions.length > 0 && <SuggestionLinks suggestions={suggestions} label="Có phải bạn tìm" />}
          <nav className="filters justify-center mt-3" aria-label="Danh mục">
            {groups
              .filter(({ parent }) => parent === null)
              .map((shelf) => (
                <a key={shelf.id} className="chip" href={categoryPath(shelf)}>
                  {shelf.name}
                </a>
              ))}
          </nav>
        </Empty>
      )}
      {found && <Pager page={found.page} more={found.more} href={(page) => shelfLink('/tim', { ...filters, page })} />}
      <ReadingHelp />
    </Page>
  );
}
