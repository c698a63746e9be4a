import { createHash } from 'node:crypto';
import { Problem } from '@chophien/contracts';
import sharp from 'sharp';
import { kindOf, mostBytes, mostPixels, widths } from './picture.rules.ts';

export interface Derived {
  /** First 32 hexadecimal digits of the SHA-256 of the wider file. */
  hash: string;
  /** Of the wider file. */
  width: number;
  height: number;
  /** `#rrggbb`. */
  colour: string;
  files: Map<(typeof widths)[number], Buffer>;
}

sharp.cache(false);
sharp.concurrency(1);

/** Pictures waiting for their turn, besides the one being worked on. */
const mostWaiting = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Judges a picture by its bytes and makes what is served: upright, in sRGB, without metadata (a photograph tells where it
 * was taken). One at a time: a decoded photograph is a hundred megabytes.
 * @throws Problem catalogue.picture-too-large, catalogue.picture-unreadable, or platform.busy when too many are waiting
 */
export const derivePicture = (bytes: Uint8Array): Promise<Derived> => {
  if (bytes.length > mostBytes) throw new Problem('catalogue.picture-too-large', { bytes: mostBytes });
  const kind = kindOf(bytes);
  if (!kind) throw new Problem('catalogue.picture-unreadable');
  if (waiting >= mostWaiting) throw new Problem('platform.busy', { retryAfter: 2 });
  waiting++;
  const turn = last.then(() => derive(bytes, kind)).finally(() => waiting--);
  last = turn.catch(() => undefined);
  return turn;
};

const derive = async (bytes: Uint8Array, kind: string): Promise<Derived> => {
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: false, pages: 1 });
  try {
    const { format, width, height } = await open().metadata();
    if (format !== kind) throw new Problem('catalogue.picture-unreadable');
    if (width * height > mostPixels) throw new Problem('catalogue.picture-too-large', { pixels: mostPixels });
    const files = new Map<(typeof widths)[number], Buffer>();
    let wider = { width: 0, height: 0 };
    let from = open().autoOrient();
    for (const across of widths.toSorted((a, b) => b - a)) {
      const resized = from.resize({ width: across, height: across * 2, fit: 'inside', withoutEnlargement: true });
      const { data, info } = await resized.webp({ quality: 78, effort: 3 }).toBuffer({ resolveWithObject: true });
      files.set(across, data);
      if (wider.width === 0) wider = { width: info.width, height: info.height };
      from = sharp(data);
    }
    const largest = files.get(Math.max(...widths) as (typeof widths)[number]) as Buffer;
    const { dominant } = await sharp(largest).stats();
    return {
      hash: createHash('sha256').update(largest).digest('hex').slice(0, 32),
      ...wider,
      colour: `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
      files,
    };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('catalogue.picture-unreadable');
  }
};
