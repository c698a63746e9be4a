import type { ListingCard } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { listingPath } from './paths.ts';

/** A calendar of what is not sold yet: day, and what begins on it. */
export const Coming = ({ coming }: { coming: readonly { listing: ListingCard; from: string }[] }) =>
  coming.length === 0 ? null : (
    <section className="panel grid gap-2">
      <h2>Sắp có</h2>
      <ul className="grid gap-1">
        {coming.map(({ listing, from }) => (
          <li key={listing.id}>
            <time dateTime={from}>{formatDay(from)}</time>: <a href={listingPath(listing)}>{listing.name}</a>,{' '}
            {listing.producer.name}
          </li>
        ))}
      </ul>
    </section>
  );
