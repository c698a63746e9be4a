import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ProducerKind } from './onboarding.ts';
import { Id } from './values.ts';

/**
 * Pictures the house draws, in pixels: what Zalo and Facebook show of a page (`card`, `stall`), what a seller hands on with
 * a code to scan (`share`), and what hangs at her stall.
 */
export const drawnKinds = {
  card: { of: 'listing', width: 1_200, height: 630, type: 'jpg' },
  share: { of: 'listing', width: 1_080, height: 1_350, type: 'jpg' },
  stall: { of: 'stall', width: 1_200, height: 630, type: 'jpg' },
  'sign-a5': { of: 'stall', width: 1_748, height: 2_480, type: 'png' },
  'sign-a4': { of: 'stall', width: 2_480, height: 3_508, type: 'png' },
} as const;
export type DrawnKind = keyof typeof drawnKinds;

const drawnFile = /^(card|share|stall|sign-a4|sign-a5)-([0-9a-f]{32})-([0-9a-f]{16})\.(jpg|png)$/;

/** Where a site shows a drawn picture, and how large it is. */
export const DrawnView = z
  .object({
    /** Relative to the site. What stands in the picture is part of it: a new price makes a new address. */
    path: z.string(),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'DrawnPicture' });
export type DrawnView = z.infer<typeof DrawnView>;

/** `version` is the hash of everything that stands in it. */
export const drawnView = (kind: DrawnKind, subject: string, version: string): DrawnView => {
  const { width, height, type } = drawnKinds[kind];
  return { path: `/anh/${kind}-${subject.replaceAll('-', '')}-${version}.${type}`, width, height };
};

/** What the name of a drawn picture's file says; undefined for any other name. */
export const drawnOf = (file: string): { kind: DrawnKind; subject: string; version: string } | undefined => {
  const [, kind, id = '', version = '', type] = drawnFile.exec(file) ?? [];
  if (!kind || drawnKinds[kind as DrawnKind].type !== type) return undefined;
  const subject = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { kind: kind as DrawnKind, subject, version };
};

/** Drawn when it is first asked for. A former address leads to today's once its file is gone. */
export const getDrawn = endpoint({
  method: 'GET',
  path: '/drawn/:file',
  summary: 'A drawn picture: of a listing with its price, of a stall, or a sign to hang up',
  needs: 'public',
  params: z.strictObject({ file: z.string().regex(drawnFile) }),
  raw: true,
});

export const getSign = endpoint({
  method: 'GET',
  path: '/stalls/:slug/sign',
  summary: "A stall's sign: what stands on it, and the picture in two sizes of paper",
  needs: 'public',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,120}$/) }),
  result: z
    .object({
      id: Id,
      slug: z.string(),
      name: z.string(),
      kind: ProducerKind,
      place: z.string(),
      /** What the code says: leads to the stall as long as there is one, whatever it is called. */
      address: z.string(),
      a5: DrawnView,
      a4: DrawnView,
      /** For Zalo and Facebook. */
      ogImage: DrawnView,
    })
    .meta({ id: 'StallSign' }),
});
