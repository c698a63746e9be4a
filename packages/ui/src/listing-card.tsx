import type { ListingCard as Card } from '@chophien/contracts';
import { Badge, StorageBadge } from './badge.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';

/** Why it cannot be ordered now, in a word; undefined when it can. */
const waiting = ({ kind, window, available }: Card): string | undefined => {
  if (window === 'upcoming') return 'Sắp có';
  if (window === 'ended') return 'Hết mùa';
  return kind === 'goods' && available <= 0 ? 'Tạm hết hàng' : undefined;
};

/** One product in a list: what it looks like, what it is, what a unit costs, from whom and where. */
export const ListingCard = ({ listing, first }: { listing: Card; first?: boolean }) => {
  const wait = waiting(listing);
  return (
    <li className="card">
      <Picture picture={listing.picture} alt={`${listing.name}, ${listing.commune.name}`} first={first ?? false} />
      <div>
        <a href={`/san-pham/${listing.slug}`}>{listing.name}</a>
        <Price dong={listing.price} unit={listing.unit} pack={listing.pack} unitPrice={listing.unitPrice} />
        <small>
          {listing.producer.name}
          <br />
          {listing.commune.name}, {listing.commune.province}
        </small>
        <p className="badges">
          {wait ? (
            <Badge tone="quiet">{wait}</Badge>
          ) : listing.kind === 'service' ? (
            <Badge>Đến tận nơi</Badge>
          ) : (
            <StorageBadge value={listing.storage} />
          )}
          {!wait && listing.inSeason && <Badge tone="good">Đang mùa</Badge>}
          {listing.ocopStars !== null && <Badge tone="wait">OCOP {listing.ocopStars} sao</Badge>}
        </p>
      </div>
    </li>
  );
};

/** A shelf of products; the first picture is fetched first when the shelf is what the page is about. */
export const ListingCards = ({ listings, lead }: { listings: readonly Card[]; lead?: boolean }) => (
  <ul className="cards">
    {listings.map((listing, index) => (
      <ListingCard key={listing.id} listing={listing} first={Boolean(lead) && index === 0} />
    ))}
  </ul>
);
