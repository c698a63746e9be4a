import { type PictureType, pictureFile, pictureWidths } from '@chophien/contracts';

/** Pixels of a picture at most: a small file can unfold into more memory than there is. */
export const mostPixels = 50_000_000;
/** Pixels of the longer side of what is kept to make the served files from. */
export const longestSide = 1_600;
/** What every picture is served as; AVIF comes later, being slow to make. */
export const firstTypes = ['webp', 'jpg'] as const satisfies readonly PictureType[];

const marks = {
  jpeg: [[0, '\xff\xd8\xff']],
  png: [[0, '\x89PNG\r\n\x1a\n']],
  webp: [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
} as const satisfies Record<string, readonly [at: number, mark: string][]>;

export type PictureKind = keyof typeof marks;

/** What an iPhone keeps its photographs as; the library reads none of them. */
const heic = /^....ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/s;

/** What the bytes say they are; undefined for anything that is not read, whatever its name. */
export const kindOf = (bytes: Uint8Array): PictureKind | 'heic' | undefined => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (heic.test(start)) return 'heic';
  return (Object.keys(marks) as PictureKind[]).find((kind) =>
    marks[kind].every(([at, mark]) => start.startsWith(mark, at)),
  );
};

/** How wide the files of a picture so wide are, ascending: never wider than it, and at least one. */
export const widthsFor = (width: number): number[] => {
  const widths = pictureWidths.filter((one) => one <= width);
  return widths.length > 0 ? widths : [width];
};

/** Where a served file is kept. */
export const keyOf = (file: string): string => `pictures/${file}`;
/** Where that is kept which the served files are made from. Nobody is served it. */
export const masterKey = (hash: string): string => `masters/${hash}.jpg`;
/** Every key under which something of a picture may be kept. */
export const keysOf = (hash: string, widths: readonly number[]): string[] => [
  ...widths.flatMap((width) => (['webp', 'jpg', 'avif'] as const).map((type) => keyOf(pictureFile(hash, width, type)))),
  masterKey(hash),
];

/** Per cent, as it is kept. */
export const perCent = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 100);
