import type { PublishListing } from '@chophien/contracts';
import { addDays, vietnamDay } from '@chophien/kernel';
import { demoId } from './acting.ts';

/** A day on which people may come: so many days from now, at this hour of Vietnam. */
export interface DemoVisit {
  inDays: number;
  hour: number;
  places: number;
}

/** The days of a service of the demonstration, still to come whenever it is first started. */
export const visitDays = (name: string, visits: readonly DemoVisit[], now: Date): PublishListing['dates'] =>
  visits.map(({ inDays, hour, places }) => ({
    id: demoId(`visit ${name} ${inDays}`),
    startsAt: new Date(
      `${addDays(vietnamDay(now), inDays)}T${String(hour).padStart(2, '0')}:00:00+07:00`,
    ).toISOString(),
    places,
  }));
