import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id } from './values.ts';

/** Pixels across of the files that are made of a picture; none is wider than the picture itself. */
export const pictureWidths = [320, 480, 800, 1280] as const;
/** Bytes of a picture as it is handed in, at most. */
export const pictureBytes = 10 * 1_048_576;
/** Pictures of one listing at most. */
export const mostPictures = 6;

export const PictureType = z.enum(['webp', 'jpg', 'avif']);
export type PictureType = z.infer<typeof PictureType>;

/** Where what matters is, from the upper left corner: 0.5 and 0.5 is the middle. */
export const Focus = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).meta({ id: 'Focus' });
export type Focus = z.infer<typeof Focus>;

/** A picture, and which files of it there are: each of `widths` as WebP and JPEG, as AVIF once `avif` says so. */
export const PictureView = z
  .object({
    id: Id,
    hash: z.string().regex(/^[a-f0-9]{32}$/),
    /** Of the picture itself, upright, in pixels. */
    width: z.int(),
    height: z.int(),
    /** `#rrggbb`, shown until the picture is there. */
    colour: z.string().regex(/^#[a-f0-9]{6}$/),
    focus: Focus,
    /** Ascending; the narrowest is there from the beginning, the others come a little later. */
    widths: z.array(z.int().min(1).max(9_999)).min(1),
    avif: z.boolean(),
  })
  .meta({ id: 'Picture' });
export type PictureView = z.infer<typeof PictureView>;

/** The name under which one file of a picture is kept and served. */
export const pictureFile = (hash: string, width: number, type: PictureType): string => `${hash}-${width}.${type}`;

/** Where a site shows one file of a picture, relative to the site. */
export const pictureAddress = ({ hash }: { hash: string }, width: number, type: PictureType = 'webp'): string =>
  `/anh/${pictureFile(hash, width, type)}`;

/** The widest file of it that is not wider than `most`; its narrowest if all are. */
export const widestOf = ({ widths }: { widths: readonly number[] }, most = Number.POSITIVE_INFINITY): number =>
  widths.findLast((width) => width <= most) ?? widths[0] ?? pictureWidths[0];

/** The body is the picture itself (JPEG, PNG or WebP, at most 10 MB); it is judged by its bytes, not by its name. */
export const putPicture = endpoint({
  method: 'PUT',
  path: '/pictures/:id',
  summary: 'Hand in one picture under an id made by the sender',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: PictureView,
  raw: true,
});

export const getPicture = endpoint({
  method: 'GET',
  path: '/pictures/:id',
  summary: 'One picture that I handed in, or that shows what I sell',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: PictureView,
});

export const setFocus = endpoint({
  method: 'PUT',
  path: '/pictures/:id/focus',
  summary: 'Say what must stay in sight where the picture is cropped',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  body: z.strictObject(Focus.shape).meta({ id: 'SetFocus' }),
  result: PictureView,
});

export const getMedia = endpoint({
  method: 'GET',
  path: '/media/:file',
  summary: 'A derived picture, immutable under its hash',
  needs: 'public',
  params: z.strictObject({ file: z.string().regex(/^[a-f0-9]{32}-\d{2,4}\.(webp|jpg|avif)$/) }),
  raw: true,
});
