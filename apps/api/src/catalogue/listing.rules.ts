import { type ListingDetail, type PictureView, Problem, type StorageClass } from '@chophien/contracts';
import { isMultiple, priceOf, slug } from '@chophien/kernel';
import type { z } from 'zod';
import type { Picture } from './picture.entity.ts';

/** An address in words: a name, and eight digits that tell it from others of that name (the hash of its id begins so). */
export const slugOf = (name: string, idHash: string, nameless = 'san-pham'): string =>
  `${slug(name) || nameless}-${idHash.slice(0, 8)}`;

export type PictureRow = Pick<
  Picture,
  'id' | 'hash' | 'width' | 'height' | 'colour' | 'focus_x' | 'focus_y' | 'widths' | 'avif'
>;

export const pictureView = ({
  id,
  hash,
  width,
  height,
  colour,
  focus_x,
  focus_y,
  widths,
  avif,
}: PictureRow): PictureView => ({
  id,
  hash,
  width,
  height,
  colour,
  focus: { x: focus_x / 100, y: focus_y / 100 },
  widths,
  avif,
});

/** What can be ordered now, at today's price. Amounts in whole đồng, quantities in thousandths of the unit. */
export interface ForSale {
  offer: string;
  quantity: number;
  name: string;
  slug: string;
  commodity: string;
  unit: string;
  price: number;
  amount: number;
  storage: StorageClass;
  producer: {
    id: string;
    name: string;
    kind: z.infer<typeof ListingDetail>['producerKind'];
    commune: string;
    province: string;
    subArea: string | null;
  };
}

/** One line of a basket beside the listing that is visible under its id, or nothing. */
export interface AskedLine {
  offer: string;
  quantity: number;
  listing: (Omit<ForSale, 'offer' | 'quantity' | 'amount'> & { increment: number; minimum: number }) | null;
}

/**
 * The line with what it costs.
 * @throws Problem catalogue.not-for-sale if nobody sees the listing, catalogue.quantity-step if it is not sold in such a quantity
 */
export const sale = ({ offer, quantity, listing }: AskedLine): ForSale => {
  if (!listing) throw new Problem('catalogue.not-for-sale', { offer });
  const { increment, minimum, ...shown } = listing;
  if (quantity < minimum || !isMultiple(quantity, increment)) {
    throw new Problem('catalogue.quantity-step', { offer, increment, minimum });
  }
  return { offer, quantity, ...shown, amount: priceOf(listing.price, quantity) };
};
