/// <reference lib="dom" />
import { FIELD } from '../paths.ts';
import { databaseOf, LEFT, LOCK, MARK } from './store.ts';

/** Everything the field keeps on this phone goes: data, photographs, pages. */
export const wipe = async (helper: string): Promise<void> => {
  for (const key of [MARK, LOCK, LEFT]) localStorage.removeItem(key);
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(databaseOf(helper));
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve());
  });
  const registration = await navigator.serviceWorker?.getRegistration(FIELD);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith('nhap-ho ')) await caches.delete(name);
};

export const left = (): number => Number(localStorage.getItem(LEFT) ?? 0);
