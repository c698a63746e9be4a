import type { DrawnKind, PictureView } from '@chophien/contracts';
import { formatDong, nfc, unitWord } from '@chophien/kernel';

/** Raised when a drawing comes to look otherwise: all of them are then drawn anew. */
const look = 1;

/** What stands in a drawing of a listing. */
export interface ListingSays {
  name: string;
  price: string;
  seller: string;
  place: string;
  /** What its code leads to. */
  address: string;
  photograph: Pick<PictureView, 'hash' | 'focus'> | null;
}

/** What stands in a drawing of a stall. */
export interface StallSays {
  name: string;
  place: string;
  address: string;
}

/**
 * As much of a text as the letters we draw with can show: no emoji, no marks that turn the direction, nothing invisible.
 * `instead` when nothing is left.
 */
export const drawable = (text: string, instead: string): string =>
  nfc(text)
    .replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFE0F\u20E3]/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim() || instead;

export const listingSays = (
  listing: {
    name: string;
    price: number;
    unit: string;
    slug: string;
    producer: { name: string };
    commune: { name: string; province: string };
    picture: PictureView | null;
  },
  origin: string,
): ListingSays => ({
  name: drawable(listing.name, 'Hàng đang bán'),
  price: `${formatDong(listing.price)}/${unitWord(listing.unit)}`,
  seller: drawable(listing.producer.name, 'Gian hàng'),
  place: drawable(`${listing.commune.name}, ${listing.commune.province}`, ''),
  address: `${origin}/san-pham/${listing.slug}`,
  photograph: listing.picture && { hash: listing.picture.hash, focus: listing.picture.focus },
});

/** By its id, which never changes: what was printed leads to the stall for as long as there is one. */
export const stallSays = (
  stall: { id: string; name: string; commune: string; province: string },
  origin: string,
): StallSays => ({
  name: drawable(stall.name, 'Gian hàng'),
  place: drawable(`${stall.commune}, ${stall.province}`, ''),
  address: `${origin}/nha-vuon/${stall.id}`,
});

/** Everything that stands in a drawing, as one text: its hash makes the drawing's address. */
export const wholeOf = (kind: DrawnKind, says: ListingSays | StallSays): string => JSON.stringify([look, kind, says]);

/** Where a drawn picture is kept. */
export const drawnKey = (file: string): string => `drawn/${file}`;
