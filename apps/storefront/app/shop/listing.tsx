import {
  gonePage,
  Id,
  type ListingDetail,
  listingPage,
  pictureAddress,
  Problem,
  setBasketLine,
  widestOf,
} from '@chophien/contracts';
import { parseQuantity } from '@chophien/kernel';
import { check, keepAddress, notFound, reading, text, unsent, visitor } from '@chophien/site';
import { certificateName, Crumbs, deliveryScopes, ErrorSummary, ListingCards, Picture, priceWords } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { basketKey } from '../order/basket-key.ts';
import { attributes, categories, labelRequirements } from '../reference.ts';
import type { Route } from './+types/listing';
import { AwayNote } from './away-note.tsx';
import { BuyForm, quantityAsked } from './buy-form.tsx';
import { Gone } from './gone.tsx';
import { breadcrumbs, product } from './graph.ts';
import { ListingFacts } from './listing-facts.tsx';
import { ListingReviews } from './listing-reviews.tsx';
import { categoryPath, communePath, listingPath, provincePath, stallPath } from './paths.ts';
import { namedFacts } from './named-facts.ts';
import { ReadingPage } from './reading-page.tsx';
import { seasonWords } from './season.ts';
import { ShareWays } from './share-ways.tsx';

export const headers = reading;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, read, env } = context.get(visitor);
  const slug = params.slug.toLowerCase();
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return notFound(context);
  const page = await call(listingPage, { params: { slug } }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'catalogue.not-found') return undefined;
    throw error;
  });
  // It was sold once: 410, so that search engines forget it, and people see what there is instead.
  if (!page) return data(unsent({ gone: await read(gonePage, { params: { slug } }) }), { status: 410 });
  keepAddress(request, listingPath(page.listing));
  const asked = Number(new URL(request.url).searchParams.get('sl') ?? 0);
  const quantity = quantityAsked(page.listing, asked);
  const named = namedFacts(page.listing, await attributes(read), await labelRequirements(read));
  const shelf = (await categories(read)).find(({ id }) => id === page.category.parent);
  return unsent({ gone: undefined, ...page, shelf, named, quantity, origin: env.origin });
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, cookie, set } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const offer = check(Id, text(form, 'offer'));
      const key = basketKey(cookie('gio'));
      // Nothing, or nothing that can be read, is no quantity: the contract refuses it and names the field.
      const quantity = parseQuantity(text(form, 'quantity')) || -1;
      await call(setBasketLine, { params: { key: key.value, offer }, body: { quantity } });
      return redirect(text(form, 'go') === 'mua' ? '/dat-hang' : '/gio-hang?xong=them', { headers: key.headers(set) });
    },
    { quantity: 'Số lượng chưa đúng: hãy theo số ít nhất và nấc ghi dưới đây.' },
  );
}

/** One sentence under the name, where a link to it is shown. */
const describe = (listing: ListingDetail, { stall, place }: { stall: string; place: string }): string => {
  const certificates = listing.certificates.map(certificateName);
  return [
    `${listing.name} của ${stall}, ${place}`,
    priceWords(listing),
    ...(certificates.length > 0 ? [certificates.join(', ')] : []),
    seasonWords(listing)?.replace(/\.$/, '') ?? deliveryScopes[listing.delivery],
  ].join('. ');
};

export default function Listing({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.gone) return <Gone {...loaderData.gone} />;
  const {
    listing,
    stall: found,
    commune,
    category,
    shelf,
    keeping,
    away,
    reviews,
    named,
    others,
    similar,
    quantity,
    origin,
  } = loaderData;
  const stall = { slug: found.slug, name: listing.producer.name, kind: listing.producerKind };
  const place = `${commune.fullName}, ${commune.province.name}`;
  const price = priceWords(listing);
  const [lead, ...more] = listing.pictures;
  const ways = [
    ...(shelf ? [{ path: categoryPath(shelf), word: shelf.name }] : []),
    { path: categoryPath(category), word: category.name },
    { path: provincePath(commune.province), word: commune.province.name },
    { path: communePath(commune), word: commune.fullName },
    { path: stallPath(stall), word: stall.name },
  ];
  return (
    <ReadingPage
      origin={origin}
      path={listingPath(listing)}
      type="product"
      title={`${listing.name}, ${price}`}
      description={describe(listing, { stall: stall.name, place })}
      picture={{ ...listing.ogImage, alt: `${listing.name}, ${price}, ${commune.name}` }}
      graph={[
        product({
          origin,
          listing,
          commune,
          stall,
          category: category.name,
          pictures: listing.pictures.map((picture) => pictureAddress(picture, widestOf(picture), 'jpg')),
        }),
        breadcrumbs(origin, [...ways, { path: listingPath(listing), word: listing.name }]),
      ]}
      refused={Boolean(actionData)}
    >
      <Crumbs links={ways.map((way) => ({ href: way.path, word: way.word }))} />
      <ErrorSummary refusal={actionData} />
      <div className="grid gap-5 md:grid-cols-2 md:grid-rows-[auto_1fr]">
        <div className="grid gap-2 content-start">
          <div className="panel p-0 overflow-clip">
            <Picture
              picture={lead ?? null}
              alt={`${listing.name}, ${place}`}
              sizes="(min-width: 48rem) 34rem, 100vw"
              first
            />
          </div>
          {more.length > 0 && (
            <ul className="grid grid-cols-3 gap-2">
              {more.map((picture, index) => (
                <li key={picture.id} className="panel p-0 overflow-clip">
                  <a href={pictureAddress(picture, widestOf(picture), 'jpg')}>
                    <Picture picture={picture} alt={`${listing.name}, ảnh ${index + 2}`} sizes="10rem" />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="grid gap-4 content-start md:row-span-2">
          <h1>{listing.name}</h1>
          <AwayNote away={away} />
          <BuyForm listing={listing} quantity={quantity} refusal={actionData} />
          <ListingFacts listing={listing} stall={stall} commune={commune} keeping={keeping} named={named} />
        </div>
        <div className="grid gap-4 content-start">
          {listing.description && (
            <section className="grid gap-2">
              <h2>Về món này</h2>
              <p className="whitespace-pre-line">{listing.description}</p>
            </section>
          )}
          <ListingReviews reviews={reviews} />
          <ShareWays title={listing.name} address={origin + listingPath(listing)} picture={listing.shareImage.path} />
        </div>
      </div>
      {others.length > 0 && (
        <section className="grid gap-3 no-print">
          <h2>Món khác của {stall.name}</h2>
          <ListingCards listings={others} />
        </section>
      )}
      {similar.length > 0 && (
        <section className="grid gap-3 no-print">
          <h2>Món giống vậy của người khác</h2>
          <ListingCards listings={similar} />
        </section>
      )}
    </ReadingPage>
  );
}
