import { suggestSearches } from '@chophien/contracts';
import { reading, unsent, visitor } from '@chophien/site';
import { Empty, Page } from '@chophien/ui';
import type { Route } from './+types/suggest';
import { filtersIn } from './filters.ts';
import { ReadingHelp } from './reading-help.tsx';
import { SuggestionLinks } from './suggestion-links.tsx';

export const headers = reading;

/** What somebody may mean who has typed so far, as a page of links. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { q } = filtersIn(new URL(request.url).searchParams);
  const { items } = q ? await context.get(visitor).read(suggestSearches, { query: { q } }) : { items: [] };
  return unsent({ q, suggestions: items });
}

export default function Suggest({ loaderData: { q, suggestions } }: Route.ComponentProps) {
  return (
    <Page title={q ? `Gợi ý cho “${q}”` : 'Gợi ý'} description="Chữ gợi ý khi tìm nông sản trên Chợ Phiên." hidden>
      <h1>{q ? `Gợi ý cho “${q}”` : 'Gợi ý khi tìm'}</h1>
      {suggestions.length > 0 ? (
        <SuggestionLinks suggestions={suggestions} label="Gợi ý" />
      ) : (
        <Empty title={q ? 'Chưa có gợi ý nào' : 'Gõ vài chữ vào ô tìm'}>
          Gõ ít nhất hai chữ cái của tên món, tên xã hay tên người bán.
        </Empty>
      )}
      {q && (
        <p className="text-center">
          <a className="button" href={`/tim?q=${encodeURIComponent(q)}`}>
            Tìm “{q}”
          </a>
        </p>
      )}
      <ReadingHelp />
    </Page>
  );
}
