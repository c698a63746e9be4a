import { Problem } from '@chophien/contracts';
import { inTurn, sharp } from '../platform/drawing.ts';

/** Pixels of the longer side as it is kept: small print can still be read. */
const longestSide = 2_400;

export type PictureKind = 'jpeg' | 'png' | 'webp';

/**
 * The picture drawn anew as JPEG: upright, in sRGB, at most 2,400 pixels on its longer side, and without anything that was
 * not drawn: where it was taken, a file hidden behind its end. How many pixels it says it has is read from its head before
 * any is decoded.
 * @throws Problem papers.too-large, papers.unreadable, platform.busy when too many are waiting
 */
export const redraw = (bytes: Uint8Array, kind: PictureKind, mostPixels: number): Promise<Buffer> =>
  inTurn(() => draw(bytes, kind, mostPixels));

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
