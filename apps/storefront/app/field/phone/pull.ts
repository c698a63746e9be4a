/// <reference lib="dom" />
import type { FieldHousehold } from '@chophien/contracts';
import { FIELD } from '../paths.ts';
import type { FieldStore } from './store.ts';

interface KnownPage {
  etag: string;
  ids: string[];
  pages: number;
}

/** Fetches her hamlets' households, page by page, only what changed; those that are no longer hers go. Answers whether it did. */
export const pull = async (store: FieldStore): Promise<boolean> => {
  try {
    const kit = await fetch(`${FIELD}/bo`, { redirect: 'manual' });
    if (!kit.ok) return false;
    await store.note('kit', await kit.json());
    const mine = new Set<string>();
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const known = await onePage(store, page);
      if (!known) return false;
      pages = known.pages;
      for (const id of known.ids) mine.add(id);
    }
    const gone = (await store.all('households')).filter(({ id }) => !mine.has(id)).map(({ id }) => id);
    await store.drop('households', ...gone);
    await store.note('updated', new Date().toISOString());
    return true;
  } catch {
    return false;
  }
};

const onePage = async (store: FieldStore, page: number): Promise<KnownPage | undefined> => {
  const key = `page/${page}`;
  const known = await store.meta<KnownPage>(key);
  const answer = await fetch(`${FIELD}/du-lieu?trang=${page}`, {
    headers: known ? { 'if-none-match': known.etag } : {},
    redirect: 'manual',
    cache: 'no-store',
  });
  if (answer.status === 304) return known;
  if (!answer.ok) return undefined;
  const { items, pages } = (await answer.json()) as { items: FieldHousehold[]; pages: number };
  const fresh = { etag: answer.headers.get('etag') ?? '', ids: items.map(({ id }) => id), pages };
  await store.put('households', ...items);
  await store.note(key, fresh);
  return fresh;
};
