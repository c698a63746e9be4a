/// <reference lib="dom" />
import { known, type Known } from '../kit.ts';
import type { KeptKit } from './flush.ts';

/** A kind of goods with what follows from it, out of the tiles that stand in every page of the form. */
export const cropOf = (id: string | undefined, kit: KeptKit | undefined): Known | undefined => {
  const template = document.getElementById('v-mon') as HTMLTemplateElement | null;
  const tile = id && template?.content.querySelector<HTMLElement>(`[data-crop="${CSS.escape(id)}"]`);
  if (!tile) return undefined;
  const [category = '', shelf = '', storage = '', kind] = tile.dataset.of?.split('|') ?? [];
  const crop = { id: id ?? '', name: tile.textContent?.trim() ?? '', category, shelf, storage };
  return known({ ...crop, service: kind === 'service' }, kit ?? { labels: [], traits: [] });
};
