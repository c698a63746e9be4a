import { producerPage } from '@chophien/contracts';
import { notFound, reading, unsent, visitor } from '@chophien/site';
import { Badge, Crumbs, Empty, ListingCards, Page, producerKinds } from '@chophien/ui';
import { Share } from '../share.tsx';
import type { Route } from './+types/stall';

export const headers = reading;

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  if (!/^[0-9a-f-]{36}$/.test(params.id)) return notFound(context);
  return unsent(await context.get(visitor).read(producerPage, { params: { id: params.id } }));
};

export default function Stall({ loaderData: { producer, commune, listings, more } }: Route.ComponentProps) {
  const place = `${producer.subArea ? `${producer.subArea}, ` : ''}${commune.fullName}, ${commune.province.name}`;
  return (
    <Page title={producer.name} description={`${producer.name}, ${place}: hàng đang bán.`}>
      <Crumbs
        links={[
          { href: `/san-pham?tinh=${commune.province.code}`, word: commune.province.name },
          { href: `/xa/${commune.code}/${commune.slug}`, word: commune.fullName },
        ]}
      />
      <h1>{producer.name}</h1>
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone="good">{producerKinds[producer.kind]}, đã được xã duyệt</Badge>
        <span>{place}</span>
        <Share title={producer.name} />
      </p>
      {listings.length === 0 ? (
        <Empty title="Gian hàng chưa có món nào đang bán">
          <a className="button" href={`/xa/${commune.code}/${commune.slug}`}>
            Xem hàng của {commune.fullName}
          </a>
        </Empty>
      ) : (
        <ListingCards listings={listings} lead />
      )}
      {more && <p className="field-hint">Gian hàng còn nhiều món khác: hãy tìm theo tên món.</p>}
    </Page>
  );
}
