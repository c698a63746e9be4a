import { ErrorSummary, Page, type Refusal } from '@chophien/ui';
import type { ReactNode } from 'react';
import { Banner } from './banner.tsx';
import { householdPath } from './paths.ts';

interface Props {
  title: string;
  household: { id: string; head: string | null; name: string; place: string | null };
  refusal?: Refusal | undefined;
  children: ReactNode;
}

/** A screen about one household: whose it is stands on top of it all the time. */
export const HouseholdScreen = ({ title, household, refusal, children }: Props) => (
  <Page title={title} narrow hidden refused={Boolean(refusal)}>
    <Banner head={household.head ?? household.name} place={household.place} />
    <p>
      <a className="inline-block py-2" href={householdPath(household.id)}>
        ← Trang của hộ
      </a>
    </p>
    <h1>{title}</h1>
    <ErrorSummary refusal={refusal} />
    {children}
  </Page>
);
