import type { ServiceDate } from '@chophien/contracts';
import { when } from '@chophien/ui';

/** The days on which one may come, and for how many there is room. */
export const ServiceDates = ({ dates }: { dates: readonly ServiceDate[] }) =>
  dates.length === 0 ? (
    <p>Chưa có ngày mới. Mời bạn quay lại sau.</p>
  ) : (
    <ul className="grid gap-1">
      {dates.map(({ id, startsAt, places, placesLeft }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4">
          <time dateTime={startsAt}>{when(startsAt)}</time>
          <span>{placesLeft > 0 ? `còn ${placesLeft}/${places} chỗ` : 'đã hết chỗ'}</span>
        </li>
      ))}
    </ul>
  );
