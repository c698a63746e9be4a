import { communePage } from '@chophien/contracts';
import { reading, unsent, visitor } from '@chophien/site';
import { Crumbs, Empty, Icon, ListingCards, Page, producerKinds } from '@chophien/ui';
import type { Route } from './+types/commune';

export const headers = reading;

export const loader = async ({ context, params }: Route.LoaderArgs) =>
  unsent(await context.get(visitor).read(communePage, { params: { code: params.code } }));

export default function Commune({ loaderData: { commune, producers, listings, more } }: Route.ComponentProps) {
  const place = `${commune.fullName}, ${commune.province.name}`;
  return (
    <Page title={`Nông sản ${place}`} description={`Hộ gia đình và hợp tác xã ở ${place} bán thẳng nông sản của mình.`}>
      <link rel="canonical" href={`/xa/${commune.code}/${commune.slug}`} />
      <Crumbs links={[{ href: `/san-pham?tinh=${commune.province.code}`, word: commune.province.name }]} />
      <h1>{commune.fullName}</h1>
      {listings.length === 0 ? (
        <Empty title="Xã chưa có món nào đang bán">
          <a className="button" href={`/san-pham?tinh=${commune.province.code}`}>
            Xem hàng của {commune.province.name}
          </a>
        </Empty>
      ) : (
        <ListingCards listings={listings} lead />
      )}
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
            {producers.map(({ id, name, kind, listings: count }) => (
              <li key={id}>
                <a className="chip w-full" href={`/nha-vuon/${id}`}>
                  <Icon name="store" />
                  <span className="py-1">
                    {name} ({producerKinds[kind]}): {count} món
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
