import type { ListingCard as Card } from '@chophien/contracts';
import { StorageBadge } from './badge.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';

/** One product in a list: what it looks like, what it is, what a unit costs, from whom and where. */
export const ListingCard = ({ listing, first }: { listing: Card; first?: boolean }) => (
  <li className="card">
    <Picture picture={listing.picture} alt={`${listing.name}, ${listing.commune.name}`} first={first ?? false} />
    <div>
      <a href={`/san-pham/${listing.slug}`}>{listing.name}</a>
      <Price dong={listing.price} unit={listing.unit} />
      <small>
        {listing.producer.name}
        <br />
        {listing.commune.name}, {listing.commune.province}
      </small>
      {listing.available > 0 ? (
        <StorageBadge value={listing.storage} />
      ) : (
        <span className="badge badge-quiet">Tạm hết hàng</span>
      )}
    </div>
  </li>
);

/** A shelf of products; the first picture is fetched first when the shelf is what the page is about. */
export const ListingCards = ({ listings, lead }: { listings: readonly Card[]; lead?: boolean }) => (
  <ul className="cards">
    {listings.map((listing, index) => (
      <ListingCard key={listing.id} listing={listing} first={Boolean(lead) && index === 0} />
    ))}
  </ul>
);
