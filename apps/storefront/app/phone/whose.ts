/// <reference lib="dom" />
import { type Area, left, lockOf } from './area.ts';
import { wipe } from './wipe.ts';

/**
 * Whose phone it is. Only a page of the server says so (`now`); a page the phone keeps goes by who used it last. Where a phone is
 * no family's, another's data is wiped, with a warning when something was not sent.
 */
export const whose = async (area: Area, now: string | undefined): Promise<string | null> => {
  const before = localStorage.getItem(area.mark);
  if (!now) return before;
  if (before && before !== now && !area.family) {
    const n = left(area, before);
    const words = `Máy này còn ${n} ${area.thing} chưa gửi của người dùng trước. Bấm OK để xoá và dùng máy này.`;
    if (n > 0 && !confirm(words)) {
      location.assign('/dang-xuat');
      return null;
    }
    await wipe(area, before);
  }
  localStorage.setItem(area.mark, now);
  localStorage.removeItem(lockOf(area));
  return now;
};

export const isLocked = (area: Area): boolean => localStorage.getItem(lockOf(area)) !== null;

/** Without a line: the browser says so, or the page the phone keeps stands where the server's should. */
export const isAway = (page: string): boolean =>
  !navigator.onLine || (document.querySelector('[data-view]') !== null && location.pathname !== page);
