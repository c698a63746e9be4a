import {
  type DeliveryScope,
  type ListingDetail,
  type ListingKind,
  type PictureView,
  Problem,
  type StorageClass,
  type WindowState,
} from '@chophien/contracts';
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
  /** How far it is sent. */
  delivery: DeliveryScope;
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
  listing:
    | (Omit<ForSale, 'offer' | 'quantity' | 'amount'> & {
        increment: number;
        minimum: number;
        kind: ListingKind;
        window: WindowState;
        sellFrom: string | null;
      })
    | null;
}

/**
 * The line with what it costs.
 * @throws Problem catalogue.not-for-sale if nobody sees the listing, catalogue.not-yet-on-sale before its first day,
 * catalogue.service-not-orderable for what cannot travel in a parcel, catalogue.quantity-step if it is not sold in such a quantity
 */
export const sale = ({ offer, quantity, listing }: AskedLine): ForSale => {
  if (!listing) throw new Problem('catalogue.not-for-sale', { offer });
  const { increment, minimum, kind, window, sellFrom, ...shown } = listing;
  if (kind === 'service') throw new Problem('catalogue.service-not-orderable', { offer });
  if (window === 'upcoming') throw new Problem('catalogue.not-yet-on-sale', { offer, from: sellFrom });
  if (quantity < minimum || !isMultiple(quantity, increment)) {
    throw new Problem('catalogue.quantity-step', { offer, increment, minimum });
  }
  return { offer, quantity, ...shown, amount: priceOf(listing.price, quantity) };
};

/**
 * Everything is sent as far as that province.
 * @throws Problem catalogue.not-delivered-there, naming the first that is not
 */
export const deliveredTo = (
  province: string,
  lines: readonly Pick<ForSale, 'offer' | 'delivery' | 'producer'>[],
): void => {
  const stays = lines.find(
    ({ delivery, producer }) => delivery === 'pickup' || (delivery === 'province' && producer.province !== province),
  );
  if (stays) throw new Problem('catalogue.not-delivered-there', { offer: stays.offer, delivery: stays.delivery });
};
