import { Icon } from '@chophien/ui';
import { communePath } from './paths.ts';

interface Selling {
  code: string;
  slug: string;
  fullName: string;
  province: string;
  listings: number;
}

/** Communes that sell, each with how much there is. */
export const CommuneLinks = ({ communes, within }: { communes: readonly Selling[]; within?: boolean }) => (
  <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
    {communes.map((commune) => (
      <li key={commune.code}>
        <a className="chip w-full" href={communePath(commune)}>
          <Icon name="pin" />
          <span className="py-1">
            {commune.fullName}
            {!within && `, ${commune.province}`}: {commune.listings} món
          </span>
        </a>
      </li>
    ))}
  </ul>
);
