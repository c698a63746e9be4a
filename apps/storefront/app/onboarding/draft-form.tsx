import type { ReactNode } from 'react';

interface Kept {
  /** Who is signed in: on a shared phone nobody sees or sends another's. */
  person: string;
  household: string;
}

/**
 * What this phone keeps unsent, said aloud: `Đã lưu trên máy, chưa gửi`. Without the script it says what the server saved
 * just now and nothing else. `saved` is the item that came through with the page before.
 */
export const KeptOnPhone = ({
  person,
  household,
  saved,
  next,
  quiet,
}: Kept & {
  saved?: string | undefined;
  /** Where one goes on once an answer that had to wait is through. */
  next?: string;
  /** The page says already that it was saved. */
  quiet?: boolean;
}) => (
  <p
    role="status"
    className="field-hint empty:hidden"
    data-drafts={`${person}/${household}`}
    data-saved={saved || undefined}
    data-next={next}
  >
    {saved && !quiet ? 'Đã lưu.' : ''}
  </p>
);

/**
 * A form whose answer is kept on the phone while it is typed, and sent later if the line is down. Never for citizen
 * numbers, bank numbers or papers: those use the plain form.
 */
export const DraftForm = ({
  household,
  item,
  savedAt,
  children,
}: {
  household: string;
  item: string;
  /** When the server last took an answer. */
  savedAt: string | undefined;
  children: ReactNode;
}) => (
  <form
    method="post"
    noValidate
    className="grid gap-4"
    data-once=""
    data-draft={item}
    data-at={savedAt}
    data-send={`/ban-hang/ho-so/${household}/luu`}
  >
    {children}
  </form>
);

/** The way on, with the item that was saved: the phone then forgets its own copy. */
export const savedOn = (path: string, item: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}luu=${encodeURIComponent(item)}`;
