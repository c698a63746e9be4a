import { Hidden } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { Kind } from './entry.ts';

/** What a page's form needs to be sent once: made when the page was, so that the same press again is the same entry. */
export interface Stamp {
  id: string;
  at: string;
}

export const stamp = (): Stamp => ({ id: crypto.randomUUID(), at: new Date().toISOString() });

interface Props {
  kind: Kind;
  /** Absent in what the phone keeps: it fills that in. */
  household?: string | undefined;
  stamped?: Stamp | undefined;
  /** Where it goes on. */
  next?: string | undefined;
  children: ReactNode;
}

/** A form that is one entry. With the script it goes into the phone's queue first, and from there once to the server. */
export const EntryForm = ({ kind, household, stamped, next, children }: Props) => (
  <form
    method="post"
    encType={kind === 'consent-slip' ? 'multipart/form-data' : undefined}
    noValidate
    className="grid gap-4"
    data-once=""
    data-entry={kind}
    data-household={household}
    data-next={next}
  >
    {stamped && (
      <>
        <Hidden name="id" value={stamped.id} />
        <Hidden name="at" value={stamped.at} />
      </>
    )}
    {children}
  </form>
);
