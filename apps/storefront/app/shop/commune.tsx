import { communePage, Problem, searchCommunes } from '@chophien/contracts';
import { goTo, keepAddress, notFound, reading, unsent, visitor } from '@chophien/site';
import { Crumbs, Empty, Icon, ListingCards, producerKinds } from '@chophien/ui';
import type { RouterContextProvider } from 'react-router';
import type { Route } from './+types/commune';
import { Coming } from './coming.tsx';
import { breadcrumbs } from './graph.ts';
import { communePath, provincePath, stallPath } from './paths.ts';
import { ReadingPage } from './reading-page.tsx';

export const headers = reading;

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { call, env } = context.get(visitor);
  const page = await call(communePage, { params: { code: params.code } }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'platform.invalid-input' || error.code === 'communes.unknown') return undefined;
    throw error;
  });
  if (!page) return leadOn(context, request, params.code);
  keepAddress(request, communePath(page.commune));
  return unsent({ ...page, origin: env.origin });
};

/** A code of before July 2025 leads to the commune its unit became; one that was parted leads to the list of them. */
const leadOn = async (context: Readonly<RouterContextProvider>, request: Request, code: string): Promise<never> => {
  if (!/^\d{5}$/.test(code)) return notFound(context);
  const { items } = await context.get(visitor).read(searchCommunes, { query: { q: code } });
  const [only, ...others] = items;
  if (!only) return notFound(context);
  if (others.length === 0) keepAddress(request, communePath(only));
  return goTo(provincePath(only.province));
};

/** Former communes by their names, each once: people still look for a place by the name it had. */
const formerNames = (units: readonly { name: string; district: string }[]): string =>
  [...new Set(units.map(({ name, district }) => (district ? `${name} (${district})` : name)))].join(', ');

export default function Commune({ loaderData }: Route.ComponentProps) {
  const { commune, formerUnits, producers, listings, coming, more, origin } = loaderData;
  const place = `${commune.fullName}, ${commune.province.name}`;
  const path = communePath(commune);
  const province = provincePath(commune.province);
  return (
    <ReadingPage
      origin={origin}
      path={path}
      title={`Gian hàng ${place}`}
      description={`Hộ gia đình và hợp tác xã ở ${place} bán thẳng nông sản của mình: ai trồng, giá bao nhiêu, hái khi nào.`}
      graph={[
        breadcrumbs(origin, [
          { word: commune.province.name, path: province },
          { word: commune.fullName, path },
        ]),
      ]}
    >
      <Crumbs links={[{ href: province, word: commune.province.name }]} />
      <h1>Gian hàng {commune.fullName}</h1>
      {formerUnits.length > 0 && <p className="field-hint">Trước đây là: {formerNames(formerUnits)}.</p>}
      {listings.length === 0 ? (
        <Empty title={coming.length > 0 ? 'Xã đang chờ mùa' : 'Xã chưa có món nào đang bán'}>
          <a className="button" href={province}>
            Xem hàng của {commune.province.name}
          </a>
        </Empty>
      ) : (
        <ListingCards listings={listings} lead />
      )}
      <Coming coming={coming} />
      {more && (
        <p>
          <a className="button" href={`/san-pham?xa=${commune.code}`}>
            Xem hết hàng của xã
          </a>
        </p>
      )}
      {producers.length > 0 && (
        <section className="grid gap-3 mt-4">
          <h2>Người bán ở {commune.fullName}</h2>
          <ul className="grid gap-2 sm:grid-cols-2">
            {producers.map((producer) => (
              <li key={producer.id}>
                <a className="chip w-full" href={stallPath(producer)}>
                  <Icon name="store" />
                  <span className="py-1">
                    {producer.name} ({producerKinds[producer.kind]}): {producer.listings} món
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ReadingPage>
  );
}
