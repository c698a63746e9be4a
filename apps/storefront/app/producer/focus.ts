import type { Focus } from '@chophien/contracts';

/** How wide the picture to be tapped is shown, in CSS pixels: where it was tapped is told in these. */
export const shownWidth = 300;
/** A very tall picture is shown as a whole all the same. */
const mostHeight = 900;

/** How large it is shown: its own shape, unless that is taller than a screen can scroll with ease. */
export const shownSize = ({ width, height }: { width: number; height: number }): { width: number; height: number } => {
  const tall = Math.round((shownWidth * height) / width);
  return tall <= mostHeight
    ? { width: shownWidth, height: tall }
    : { width: Math.max(1, Math.round((mostHeight * width) / height)), height: mostHeight };
};

/** The nine places to choose from, row by row. */
export const places = [
  { id: 'tren-trai', word: 'Trên, trái', x: 0.15, y: 0.15 },
  { id: 'tren-giua', word: 'Trên, giữa', x: 0.5, y: 0.15 },
  { id: 'tren-phai', word: 'Trên, phải', x: 0.85, y: 0.15 },
  { id: 'giua-trai', word: 'Giữa, trái', x: 0.15, y: 0.5 },
  { id: 'giua', word: 'Chính giữa', x: 0.5, y: 0.5 },
  { id: 'giua-phai', word: 'Giữa, phải', x: 0.85, y: 0.5 },
  { id: 'duoi-trai', word: 'Dưới, trái', x: 0.15, y: 0.85 },
  { id: 'duoi-giua', word: 'Dưới, giữa', x: 0.5, y: 0.85 },
  { id: 'duoi-phai', word: 'Dưới, phải', x: 0.85, y: 0.85 },
] as const;

/**
 * What was chosen: one of the nine, or where the picture was tapped. Undefined for neither; a picture pressed with the
 * keyboard says 0, 0, which is no choice.
 */
export const focusOf = (
  chosen: { place: string; x: string; y: string },
  picture: { width: number; height: number },
): Focus | undefined => {
  const place = places.find(({ id }) => id === chosen.place);
  if (place) return { x: place.x, y: place.y };
  if (!/^\d{1,4}$/.test(chosen.x) || !/^\d{1,4}$/.test(chosen.y)) return undefined;
  const [x, y] = [Number(chosen.x), Number(chosen.y)];
  if (x === 0 && y === 0) return undefined;
  const { width, height } = shownSize(picture);
  return { x: Math.min(1, x / width), y: Math.min(1, y / height) };
};
