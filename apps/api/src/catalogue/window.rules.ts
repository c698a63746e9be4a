import type { WindowState } from '@chophien/contracts';

/** The days on which a thing is sold, both counted in, `YYYY-MM-DD`; null: no limit on that side. */
export interface Window {
  sellFrom: string | null;
  sellTo: string | null;
}

/** Whether it is sold on this day, by the calendar. */
export const windowOn = (day: string, { sellFrom, sellTo }: Window): WindowState => {
  if (sellTo !== null && day > sellTo) return 'ended';
  return sellFrom !== null && day < sellFrom ? 'upcoming' : 'open';
};
