import { paperBytes, Problem } from '@chophien/contracts';
import { judgePdf } from './judge-pdf.ts';
import { type PictureKind, redraw } from './judge-picture.ts';
import type { Allowance, Page } from './paper.entity.ts';

const starts: Record<PictureKind | 'pdf', readonly [at: number, mark: string][]> = {
  jpeg: [[0, '\xff\xd8\xff']],
  png: [[0, '\x89PNG\r\n\x1a\n']],
  webp: [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
  pdf: [[0, '%PDF-']],
};

/** What the bytes begin as; undefined for anything else, whatever its name: SVG, HTML, ZIP, a program. */
const kindOf = (bytes: Uint8Array): PictureKind | 'pdf' | undefined => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const kinds = Object.keys(starts) as (keyof typeof starts)[];
  return kinds.find((kind) => starts[kind].every(([at, mark]) => start.startsWith(mark, at)));
};

/**
 * What is kept of a file that was handed in: a picture drawn anew, or a PDF as it is.
 * @throws Problem papers.unreadable, papers.too-large, platform.busy
 */
export const judge = async (
  bytes: Uint8Array,
  limits: Pick<Allowance, 'pixels' | 'pdfPages'>,
): Promise<{ type: Page['type']; bytes: Uint8Array }> => {
  if (bytes.length > paperBytes) throw new Problem('papers.too-large', { bytes: paperBytes });
  const kind = kindOf(bytes);
  if (!kind) throw new Problem('papers.unreadable');
  if (kind !== 'pdf') return { type: 'image/jpeg', bytes: await redraw(bytes, kind, limits.pixels) };
  await judgePdf(bytes, limits.pdfPages);
  return { type: 'application/pdf', bytes };
};
