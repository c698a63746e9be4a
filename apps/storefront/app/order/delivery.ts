import { Delivery } from '@chophien/contracts';
import { check, type Visitor, goTo } from '@chophien/site';
import type { z } from 'zod';
import { packDraft, unpackDraft } from '../draft.ts';

/** Where an order is to go, as far as the buyer has said; kept until the browser is closed. */
export interface DeliveryDraft {
  commune: string;
  /** As it is written in an address, with the province. */
  communeName: string;
  name: string;
  phone: string;
  address: string;
  note?: string;
}

const COOKIE = 'giao';

export const deliveryDraft = ({ cookie }: Visitor): Partial<DeliveryDraft> => unpackDraft(cookie(COOKIE)) ?? {};

/** A `Set-Cookie` line with what was added. */
export const keepDelivery = ({ set }: Visitor, draft: Partial<DeliveryDraft>): string => set(COOKIE, packDraft(draft));

/** The delivery, complete and in order, or the page where what is missing is asked. */
export const deliveryOr = (who: Visitor): { deliverTo: z.output<typeof Delivery>; communeName: string } => {
  const { communeName = '', ...draft } = deliveryDraft(who);
  if (!draft.commune) return goTo('/dat-hang');
  try {
    return { deliverTo: check(Delivery, draft), communeName };
  } catch {
    return goTo('/dat-hang/nguoi-nhan');
  }
};
