import { homePage, Problem, searchListings } from '@chophien/contracts';
import { reading, unsent, visitor } from '@chophien/site';
import { Empty, ListingCards } from '@chophien/ui';
import type { Route } from './+types/home';
import { site } from './graph.ts';
import { categoryPath, provincePath } from './paths.ts';
import { CommuneLinks } from './place-links.tsx';
import { ReadingPage } from './reading-page.tsx';

export const headers = reading;

const shownInSeason = 8;
const shownNewest = 12;

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { call, read, env } = context.get(visitor);
  const [page, season] = await Promise.all([
    read(homePage),
    // What is in season is worth a line of its own; without it the page is whole all the same.
    call(searchListings, { query: { inSeason: 'true' } }).catch(unlessRefused),
  ]);
  return unsent({ ...page, inSeason: season?.items.slice(0, shownInSeason) ?? [], origin: env.origin });
};

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof Problem)) throw error;
};

export default function Home({ loaderData }: Route.ComponentProps) {
  const { inSeason, listings, categories, communes, provinces, origin } = loaderData;
  const shown = new Set(inSeason.map(({ id }) => id));
  const newest = listings.filter(({ id }) => !shown.has(id)).slice(0, shownNewest);
  return (
    <ReadingPage
      origin={origin}
      path="/"
      title="Nông sản từ xã, đến tận nhà"
      description="Mua thẳng nông sản của hộ gia đình và hợp tác xã: biết ai trồng, ở xã nào, hái ngày nào."
      graph={site(origin)}
    >
      <section className="grid gap-2">
        <h1>Nông sản từ xã, đến tận nhà</h1>
        <p>Mua thẳng của hộ gia đình và hợp tác xã: biết ai trồng, ở xã nào, giữ lạnh ra sao.</p>
      </section>

      <nav className="filters rail" aria-label="Danh mục">
        <a className="chip" href="/san-pham">
          Tất cả
        </a>
        {categories
          .filter(({ parent }) => parent === null)
          .map((shelf) => (
            <a key={shelf.id} className="chip" href={categoryPath(shelf)}>
              {shelf.name}
            </a>
          ))}
      </nav>

      {inSeason.length > 0 && (
        <section className="grid gap-3 mt-2">
          <h2>Đang mùa</h2>
          <ListingCards listings={inSeason} lead />
          <p>
            <a className="button" href="/san-pham?dang-mua=1">
              Xem mọi món đang mùa
            </a>
          </p>
        </section>
      )}

      <section className="grid gap-3 mt-2">
        <h2>Mới lên chợ</h2>
        {listings.length === 0 ? (
          <Empty title="Phiên chợ sắp mở">Chưa có món nào đang bán. Mời bạn quay lại sau.</Empty>
        ) : (
          <ListingCards listings={newest} lead={inSeason.length === 0} />
        )}
        {listings.length > 0 && (
          <p>
            <a className="button" href="/san-pham">
              Xem tất cả
            </a>
          </p>
        )}
      </section>

      {communes.length > 0 && (
        <section className="grid gap-3 mt-4">
          <h2>Các xã đang bán</h2>
          <CommuneLinks communes={communes} />
          {provinces.length > 0 && (
            <nav className="filters" aria-label="Tỉnh, thành đang bán">
              {provinces.map((province) => (
                <a key={province.code} className="chip" href={provincePath(province)}>
                  {province.name} ({province.listings})
                </a>
              ))}
            </nav>
          )}
        </section>
      )}

      <section className="panel grid gap-2 mt-4">
        <h2>Bạn làm ra nông sản?</h2>
        <p>Hộ gia đình và hợp tác xã đăng bán bằng điện thoại: chụp ảnh, ghi giá, chờ đơn.</p>
        <p>
          <a className="button" href="/ban-hang">
            Bán hàng trên Chợ Phiên
          </a>
        </p>
      </section>
    </ReadingPage>
  );
}
