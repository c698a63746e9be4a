/** Bytes of a picture at most. */
export const mostBytes = 8 * 1_048_576;
/** Pixels of a picture at most: a small file can unfold into more memory than there is. */
export const mostPixels = 50_000_000;
/** Pixels across of the files that are served. */
export const widths = [320, 640] as const;

const kinds = {
  jpeg: [[0, [0xff, 0xd8, 0xff]]],
  png: [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  webp: [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
} as const;

export type PictureKind = keyof typeof kinds;

/** What the bytes say they are; undefined for anything that is not JPEG, PNG or WebP, whatever its name. */
export const kindOf = (bytes: Uint8Array): PictureKind | undefined =>
  (Object.keys(kinds) as PictureKind[]).find((kind) =>
    kinds[kind].every(([at, mark]) => mark.every((byte, index) => bytes[at + index] === byte)),
  );

/** The name under which a width is kept and served. */
export const fileName = (hash: string, width: (typeof widths)[number]): string => `${hash}-${width}.webp`;
