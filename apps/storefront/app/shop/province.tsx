import { provincePage } from '@chophien/contracts';
import { keepAddress, reading, unsent, visitor } from '@chophien/site';
import { Crumbs, Empty, ListingCards } from '@chophien/ui';
import type { Route } from './+types/province';
import { breadcrumbs } from './graph.ts';
import { categoryPath, provincePath } from './paths.ts';
import { CommuneLinks } from './place-links.tsx';
import { ReadingPage } from './reading-page.tsx';

export const headers = reading;

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { read, env } = context.get(visitor);
  const page = await read(provincePage, { params: { code: params.code } });
  keepAddress(request, provincePath(page.province));
  return unsent({ ...page, origin: env.origin });
};

export default function Province({ loaderData }: Route.ComponentProps) {
  const { province, communes, categories, listings, more, origin } = loaderData;
  const path = provincePath(province);
  const all = `/san-pham?tinh=${province.code}`;
  const sold = communes.reduce((sum, commune) => sum + commune.listings, 0);
  return (
    <ReadingPage
      origin={origin}
      path={path}
      title={`Nông sản ${province.name}`}
      description={
        sold > 0
          ? `${sold} món nông sản của hộ gia đình, hợp tác xã ở ${communes.length} xã, phường của ${province.name}: giá, người bán, nơi trồng.`
          : `Nông sản của hộ gia đình và hợp tác xã ở ${province.name}.`
      }
      graph={[breadcrumbs(origin, [{ word: province.name, path }])]}
    >
      <Crumbs links={[{ href: '/san-pham', word: 'Hàng đang bán' }]} />
      <h1>Nông sản {province.name}</h1>
      {listings.length === 0 ? (
        <Empty title="Tỉnh này chưa có món nào đang bán">
          <a className="button" href="/san-pham">
            Xem hàng của mọi nơi
          </a>
        </Empty>
      ) : (
        <>
          <nav className="filters rail" aria-label="Danh mục">
            {categories.map((category) => (
              <a key={category.id} className="chip" href={`${categoryPath(category)}?tinh=${province.code}`}>
                {category.name} ({category.listings})
              </a>
            ))}
          </nav>
          <section className="grid gap-3">
            <h2>Mới lên chợ</h2>
            <ListingCards listings={listings} lead />
            {more && (
              <p>
                <a className="button" href={all}>
                  Xem hết hàng của {province.name}
                </a>
              </p>
            )}
          </section>
          <section className="grid gap-3 mt-4">
            <h2>Các xã, phường đang bán</h2>
            <CommuneLinks communes={communes} within />
          </section>
        </>
      )}
    </ReadingPage>
  );
}
