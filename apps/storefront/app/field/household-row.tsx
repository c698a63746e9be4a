import type { FieldHousehold } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Badge, StateBadge } from '@chophien/ui';
import { statuses } from '../onboarding/words.ts';
import { householdPath } from './paths.ts';
import { missingWords } from './words.ts';

/** A household in the list; without one, what the phone fills in. */
export const HouseholdRow = ({ household }: { household?: FieldHousehold }) => (
  <li className="panel grid gap-1" data-row="">
    <a className="font-bold py-2" href={household && householdPath(household.id)} data-slot="name">
      {household?.head ?? household?.name}
    </a>
    <p className="field-hint" data-slot="about">
      {household && about(household)}
    </p>
    <p className="flex flex-wrap gap-2" data-slot="badges">
      {household && <States household={household} />}
    </p>
  </li>
);

const about = ({ place, phones, nextVisit }: FieldHousehold): string =>
  [place, phones[0], nextVisit && `hẹn ${formatDay(nextVisit)}`].filter(Boolean).join(' · ');

export const States = ({ household }: { household: FieldHousehold }) => (
  <>
    {household.status && <StateBadge state={statuses[household.status]} />}
    {household.signedIn ? (
      <Badge tone="good">Hộ đã tự nhận</Badge>
    ) : household.delegation ? (
      <Badge tone="plain">Đồng ý đến {formatDay(household.delegation.until)}</Badge>
    ) : (
      <Badge tone="wait">Chưa đồng ý</Badge>
    )}
    {household.tasksLeft !== null && <Badge tone="quiet">{missingWords(household.tasksLeft)}</Badge>}
  </>
);
