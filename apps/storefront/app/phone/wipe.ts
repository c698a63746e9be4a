/// <reference lib="dom" />
import { type Area, databaseOf, leftOf, lockOf } from './area.ts';

/** Everything one person keeps on this phone for a part of the site goes: data, photographs, pages. */
export const wipe = async (area: Area, person: string): Promise<void> => {
  localStorage.removeItem(leftOf(area, person));
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(databaseOf(area, person));
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve());
  });
  if (localStorage.getItem(area.mark) !== person) return;
  for (const key of [area.mark, lockOf(area)]) localStorage.removeItem(key);
  const registration = await navigator.serviceWorker?.getRegistration(`${area.path}/`);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`${area.mark} `)) await caches.delete(name);
};
