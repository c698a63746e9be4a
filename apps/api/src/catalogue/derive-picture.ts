import { type Focus, pictureBytes, type PictureType, Problem } from '@chophien/contracts';
import { sha256 } from '../platform/crypto.ts';
import { inTurn, sharp } from '../platform/drawing.ts';
import { kindOf, longestSide, mostPixels, type PictureKind } from './picture.rules.ts';

export interface Judged {
  /** First 32 hexadecimal digits of the SHA-256 of `master`. */
  hash: string;
  /** Upright, in sRGB, at most 1,600 pixels on its longer side, without anything that was not drawn: a JPEG. */
  master: Buffer;
  width: number;
  height: number;
  /** `#rrggbb`. */
  colour: string;
  focus: Focus;
}

/**
 * Judges a picture by its bytes and draws it anew: upright, and without metadata (a photograph tells where it was taken)
 * or whatever else was hidden in the file. How many pixels it says it has is read before any is decoded.
 * @throws Problem catalogue.picture-too-large, -unreadable, -heic, or platform.busy when too many are waiting
 */
export const judgePicture = async (bytes: Uint8Array): Promise<Judged> => {
  if (bytes.length > pictureBytes) throw new Problem('catalogue.picture-too-large', { bytes: pictureBytes });
  const kind = kindOf(bytes);
  if (kind === 'heic') throw new Problem('catalogue.picture-heic');
  if (!kind) throw new Problem('catalogue.picture-unreadable');
  return inTurn(() => redraw(bytes, kind));
};

const redraw = async (bytes: Uint8Array, kind: PictureKind): Promise<Judged> => {
  // Of something that moves, the first picture.
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels + 1, pages: 1 });
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    if (format !== kind) throw new Problem('catalogue.picture-unreadable');
    if (width * height > mostPixels) throw new Problem('catalogue.picture-too-large', { pixels: mostPixels });
    const { data, info } = await open()
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    const { dominant } = await sharp(data).stats();
    return {
      hash: sha256(data).slice(0, 32),
      master: data,
      width: info.width,
      height: info.height,
      colour: `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
      focus: await focusOf(data, info),
    };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('catalogue.picture-unreadable');
  }
};

/** Where the eye goes first: colour, light and skin. The library says so only where it has to crop, so it is made to. */
const focusOf = async (master: Buffer, { width, height }: { width: number; height: number }): Promise<Focus> => {
  const [across, down] = width < height ? [256, 128] : [128, 256];
  const scale = Math.max(across / width, down / height);
  const { info } = await sharp(master)
    .resize({ width: across, height: down, fit: 'cover', position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const part = (at: number | undefined, of: number) => (at === undefined ? 0.5 : Math.min(1, at / (of * scale)));
  return { x: part(info.attentionX, width), y: part(info.attentionY, height) };
};

/** One served file of a picture, made from its master. */
export const deriveFile = (master: Uint8Array, width: number, type: PictureType): Promise<Buffer> =>
  inTurn(() => encoded[type](sharp(master).resize({ width, withoutEnlargement: true })).toBuffer());

type Drawn = ReturnType<typeof sharp>;

const encoded: Record<PictureType, (drawn: Drawn) => Drawn> = {
  webp: (drawn) => drawn.webp({ quality: 74, effort: 4 }),
  jpg: (drawn) => drawn.jpeg({ quality: 74, mozjpeg: true }),
  avif: (drawn) => drawn.avif({ quality: 50, effort: 3 }),
};

export const contentTypes: Record<PictureType, string> = { webp: 'image/webp', jpg: 'image/jpeg', avif: 'image/avif' };
