import { homePage } from '@chophien/contracts';
import { reading, unsent, visitor } from '@chophien/site';
import { Empty, Icon, ListingCards, Page } from '@chophien/ui';
import type { Route } from './+types/home';

export const headers = reading;

export const loader = async ({ context }: Route.LoaderArgs) => unsent(await context.get(visitor).read(homePage));

export default function Home({ loaderData: { listings, categories, communes } }: Route.ComponentProps) {
  return (
    <Page
      title="Nông sản từ xã, đến tận nhà"
      description="Mua thẳng nông sản của hộ gia đình và hợp tác xã: biết ai trồng, ở xã nào, hái ngày nào."
    >
      <section className="grid gap-2">
        <h1>Nông sản từ xã, đến tận nhà</h1>
        <p>Mua thẳng của hộ gia đình và hợp tác xã: biết ai trồng, ở xã nào, giữ lạnh ra sao.</p>
      </section>

      <nav className="filters rail" aria-label="Danh mục">
        <a className="chip" href="/san-pham">
          Tất cả
        </a>
        {categories.map(({ id, name, slug }) => (
          <a key={id} className="chip" href={`/danh-muc/${slug}`}>
            {name}
          </a>
        ))}
      </nav>

      <section className="grid gap-3 mt-2">
        <h2>Mới lên chợ</h2>
        {listings.length === 0 ? (
          <Empty title="Phiên chợ sắp mở">Chưa có món nào đang bán. Mời bạn quay lại sau.</Empty>
        ) : (
          <ListingCards listings={listings} lead />
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
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {communes.map(({ code, slug, fullName, province, listings: count }) => (
              <li key={code}>
                <a className="chip w-full" href={`/xa/${code}/${slug}`}>
                  <Icon name="pin" />
                  <span className="py-1">
                    {fullName}, {province}: {count} món
                  </span>
                </a>
              </li>
            ))}
          </ul>
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
    </Page>
  );
}
