import { Problem } from '@chophien/contracts';
import sharp from 'sharp';

/** Pixels of the longer side as it is kept: small print can still be read. */
const longestSide = 2_400;

sharp.cache(false);
sharp.concurrency(1);

/** Pictures waiting for their turn, besides the one being worked on. */
const mostWaiting = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

export type PictureKind = 'jpeg' | 'png' | 'webp';

/**
 * The picture drawn anew as JPEG: upright, in sRGB, at most 2,400 pixels on its longer side, and without anything that was
 * not drawn: where it was taken, a file hidden behind its end. How many pixels it says it has is read from its head before
 * any is decoded. One at a time: a decoded photograph is a hundred megabytes.
 * @throws Problem papers.too-large, papers.unreadable, platform.busy when too many are waiting
 */
export const redraw = (bytes: Uint8Array, kind: PictureKind, mostPixels: number): Promise<Buffer> => {
  if (waiting >= mostWaiting) throw new Problem('platform.busy', { retryAfter: 2 });
  waiting++;
  const turn = last.then(() => draw(bytes, kind, mostPixels)).finally(() => waiting--);
  last = turn.catch(() => undefined);
  return turn;
};

const draw = async (bytes: Uint8Array, kind: PictureKind, mostPixels: number): Promise<Buffer> => {
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: false, pages: 1 });
  try {
    const { format, width, height } = await open().metadata();
    if (format !== kind) throw new Problem('papers.unreadable');
    if (width * height > mostPixels) throw new Problem('papers.too-large', { pixels: mostPixels });
    return await open()
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('papers.unreadable');
  }
};
