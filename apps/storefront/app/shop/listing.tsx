import { Id, listingPage, setBasketLine } from '@chophien/contracts';
import { parseQuantity } from '@chophien/kernel';
import { check, notFound, reading, text, unsent, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, ListingCards, Page, PictureFrame } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { basketKey } from '../order/basket-key.ts';
import { Share } from '../share.tsx';
import type { Route } from './+types/listing';
import { BuyForm, quantityAsked } from './buy-form.tsx';
import { ListingFacts } from './listing-facts.tsx';

export const headers = reading;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  if (!/^[a-z0-9-]{1,120}$/.test(params.slug)) return notFound(context);
  const page = await read(listingPage, { params: { slug: params.slug } });
  const asked = Number(new URL(request.url).searchParams.get('sl') ?? 0);
  return unsent({ ...page, quantity: quantityAsked(page.listing, asked), origin: env.origin });
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

export default function Listing({ loaderData, actionData }: Route.ComponentProps) {
  const { listing, commune, keeping, others, quantity, origin } = loaderData;
  const place = `${commune.fullName}, ${commune.province.name}`;
  const [lead, ...more] = listing.pictures;
  return (
    <Page
      title={`${listing.name}, ${commune.name}`}
      description={`${listing.name} của ${listing.producer.name}, ${place}.`}
      refused={Boolean(actionData)}
    >
      <meta property="og:title" content={`${listing.name} – ${listing.producer.name}`} />
      {lead && <meta property="og:image" content={origin + lead.medium} />}
      <Crumbs
        links={[
          { href: `/san-pham?tinh=${commune.province.code}`, word: commune.province.name },
          { href: `/xa/${commune.code}/${commune.slug}`, word: commune.fullName },
          { href: `/nha-vuon/${listing.producer.id}`, word: listing.producer.name },
        ]}
      />
      <ErrorSummary refusal={actionData} />
      <div className="grid gap-5 md:grid-cols-2">
        <div className="grid gap-2 content-start">
          <div className="panel p-0 overflow-clip">
            <PictureFrame
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
                  <a href={picture.medium}>
                    <PictureFrame picture={picture} alt={`${listing.name}, ảnh ${index + 2}`} sizes="10rem" />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="grid gap-4 content-start">
          <h1>{listing.name}</h1>
          <BuyForm listing={listing} quantity={quantity} refusal={actionData} />
          <ListingFacts listing={listing} commune={commune} keeping={keeping} />
          <Share title={listing.name} />
        </div>
      </div>
      {listing.description && (
        <section className="grid gap-2 max-w-[42rem]">
          <h2>Về món này</h2>
          <p className="whitespace-pre-line">{listing.description}</p>
        </section>
      )}
      {others.length > 0 && (
        <section className="grid gap-3">
          <h2>Món khác của {listing.producer.name}</h2>
          <ListingCards listings={others} />
        </section>
      )}
    </Page>
  );
}
