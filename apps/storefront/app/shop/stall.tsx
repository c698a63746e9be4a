import { getSign, Problem, producerPage } from '@chophien/contracts';
import { keepAddress, notFound, reading, unsent, visitor } from '@chophien/site';
import { Badge, Crumbs, Empty, ListingCards, producerKinds } from '@chophien/ui';
import type { Route } from './+types/stall';
import { AwayNote } from './away-note.tsx';
import { Coming } from './coming.tsx';
import { breadcrumbs, seller } from './graph.ts';
import { communePath, provincePath, stallPath } from './paths.ts';
import { ReadingPage } from './reading-page.tsx';
import { ShareWays } from './share-ways.tsx';

export const headers = reading;

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { call, read, env } = context.get(visitor);
  const slug = params.slug.toLowerCase();
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return notFound(context);
  const [page, sign] = await Promise.all([
    read(producerPage, { params: { slug } }),
    call(getSign, { params: { slug } }).catch(unlessThere),
  ]);
  keepAddress(request, stallPath(page.producer));
  return unsent({ ...page, picture: sign?.ogImage, origin: env.origin });
};

/** A stall without a picture of its own is shown without one; any other refusal is the page's own to meet. */
const unlessThere = (error: unknown): undefined => {
  if (!(error instanceof Problem)) throw error;
};

export default function Stall({ loaderData }: Route.ComponentProps) {
  const { producer, commune, away, listings, coming, more, picture, origin } = loaderData;
  const place = `${producer.subArea ? `${producer.subArea}, ` : ''}${commune.fullName}, ${commune.province.name}`;
  const path = stallPath(producer);
  const ways = [
    { path: provincePath(commune.province), word: commune.province.name },
    { path: communePath(commune), word: commune.fullName },
  ];
  return (
    <ReadingPage
      origin={origin}
      path={path}
      type="profile"
      title={`${producer.name}, ${commune.fullName}`}
      description={`${producer.name} (${producerKinds[producer.kind].toLowerCase()}) ở ${place}: hàng đang bán, giá, ngày thu hoạch.`}
      picture={picture && { ...picture, alt: `${producer.name}, ${commune.fullName}` }}
      graph={[seller(origin, producer, commune), breadcrumbs(origin, [...ways, { path, word: producer.name }])]}
    >
      <Crumbs links={ways.map((way) => ({ href: way.path, word: way.word }))} />
      <h1>{producer.name}</h1>
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone="good">{producerKinds[producer.kind]}, đã được xã duyệt</Badge>
        <span>{place}</span>
      </p>
      <AwayNote away={away} />
      {listings.length === 0 ? (
        <Empty title={coming.length > 0 ? 'Gian hàng đang chờ mùa' : 'Gian hàng chưa có món nào đang bán'}>
          <a className="button" href={communePath(commune)}>
            Xem hàng của {commune.fullName}
          </a>
        </Empty>
      ) : (
        <ListingCards listings={listings} lead />
      )}
      {more && (
        <p>
          <a className="button" href={`/san-pham?nguoi-ban=${producer.id}`}>
            Xem hết hàng của gian hàng
          </a>
        </p>
      )}
      <Coming coming={coming} />
      <p className="no-print">
        <a className="inline-block py-2" href={`${path}/bien`}>
          Biển gian hàng có mã QR, để in
        </a>
      </p>
      <p className="no-print">
        <a className="inline-block py-2" href={`/khieu-nai?nha=${producer.id}`} rel="nofollow">
          Khiếu nại người bán này
        </a>
      </p>
      <ShareWays title={producer.name} address={origin + path} />
    </ReadingPage>
  );
}
