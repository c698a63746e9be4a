/// <reference lib="dom" />
import type { Crop } from '../kit.ts';

/** A kind of goods with what follows from it, out of the tiles that stand in every page of the form. */
export const cropOf = (id: string | undefined): Crop | undefined => {
  const template = document.getElementById('v-mon') as HTMLTemplateElement | null;
  const tile = id && template?.content.querySelector<HTMLElement>(`[data-crop="${CSS.escape(id)}"]`);
  if (!tile) return undefined;
  const [category = '', storage = '', kind] = tile.dataset.of?.split(' ') ?? [];
  const none = { fresh: [], prepared: [], processed: [] };
  return {
    id: id ?? '',
    name: tile.textContent?.trim() ?? '',
    category,
    storage,
    service: kind === 'service',
    label: none,
  };
};
