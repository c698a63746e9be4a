import { randomUUID } from 'node:crypto';
import { mostPictures, PictureView, type PublishListing } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { packDraft, unpackDraft } from '../draft.ts';
import { ACTING } from '../session.ts';

/** A listing on its way: whatever was answered so far. Its id exists before it is sent, so publishing twice is once. */
export interface ListingDraft extends Partial<Omit<PublishListing, 'id' | 'pictures'>> {
  id: string;
  pictures: PictureView[];
}

const COOKIE = 'nhap';
const DAYS_KEPT = 14;

/** Hers alone among the people of one phone, and one for each household she acts for. */
const nameFor = ({ cookie, own }: Visitor): string => {
  const acting = cookie(own(ACTING));
  return own(acting ? `${COOKIE}-${acting.slice(-12)}` : COOKIE);
};

export const listingDraft = (who: Visitor): ListingDraft => {
  const { id, pictures, ...rest } = unpackDraft<ListingDraft>(who.cookie(nameFor(who))) ?? {};
  return {
    ...rest,
    id: typeof id === 'string' ? id : randomUUID(),
    pictures: Array.isArray(pictures) ? pictures.filter(isPicture).slice(0, mostPictures) : [],
  };
};

const isPicture = (value: unknown): value is PictureView => PictureView.safeParse(value).success;

/** A `Set-Cookie` line; the draft outlives a closed browser by two weeks. */
export const keepListing = (who: Visitor, draft: ListingDraft): string =>
  who.set(nameFor(who), packDraft(draft), { expires: new Date(Date.now() + DAYS_KEPT * 86_400_000) });

export const dropListing = (who: Visitor): string => who.clear(nameFor(who));
