import { randomUUID } from 'node:crypto';
import type { PictureView, PublishListing } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import type { z } from 'zod';
import { packDraft, unpackDraft } from '../draft.ts';

export type DraftPicture = z.output<typeof PictureView>;

/** A listing on its way: whatever was answered so far. Its id exists before it is sent, so publishing twice is once. */
export interface ListingDraft extends Partial<Omit<PublishListing, 'id' | 'pictures'>> {
  id: string;
  pictures: DraftPicture[];
}

const COOKIE = 'nhap';
const DAYS_KEPT = 14;

export const listingDraft = ({ cookie }: Visitor): ListingDraft => {
  const { id, pictures, ...rest } = unpackDraft<ListingDraft>(cookie(COOKIE)) ?? {};
  return {
    ...rest,
    id: typeof id === 'string' ? id : randomUUID(),
    pictures: Array.isArray(pictures) ? pictures.filter(isPicture).slice(0, 6) : [],
  };
};

const isPicture = (value: unknown): value is DraftPicture =>
  typeof value === 'object' && value !== null && /^\/anh\/[\w.-]+$/.test((value as DraftPicture).small);

/** A `Set-Cookie` line; the draft outlives a closed browser by two weeks. */
export const keepListing = ({ set }: Visitor, draft: ListingDraft): string =>
  set(COOKIE, packDraft(draft), { expires: new Date(Date.now() + DAYS_KEPT * 86_400_000) });

export const dropListing = ({ clear }: Visitor): string => clear(COOKIE);
