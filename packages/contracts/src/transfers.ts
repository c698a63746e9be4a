import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PaymentMethod } from './ordering.ts';
import { Done, Dong, Id, Instant, Key, ShortCode } from './values.ts';

/** Who has the money until it is the producer's: a licensed partner, the carrier, or at once the seller. */
export const Holder = z.enum(['partner', 'carrier', 'seller']);
export type Holder = z.infer<typeof Holder>;

export const listPaymentWays = endpoint({
  method: 'GET',
  path: '/payments/ways',
  summary: 'How an order with these producers can be paid today, and who holds the money meanwhile',
  needs: 'public',
  query: z.strictObject({
    producers: z
      .string()
      .max(4000)
      .transform((text) => text.split(','))
      .pipe(z.array(Id).min(1).max(60)),
  }),
  result: z.object({ items: z.array(z.object({ method: PaymentMethod, possible: z.boolean(), holder: Holder })) }),
});

/** One transfer that pays an order, or its part of one producer. */
export const TransferToMake = z
  .object({
    id: Id,
    producer: z.object({ id: Id, name: z.string() }).nullable(),
    bank: z.string(),
    account: z.string(),
    accountName: z.string(),
    amount: Dong,
    /** What of it has come. */
    received: Dong,
    memo: z.string(),
    /** The text of a VietQR code over what is still due; null when nothing is. */
    qr: z.string().nullable(),
    paid: z.boolean(),
  })
  .meta({ id: 'TransferToMake' });
export type TransferToMake = z.infer<typeof TransferToMake>;

const ofOrder = {
  needs: 'public' as const,
  limit: { points: 600, seconds: 3600, by: 'address' as const },
  params: z.strictObject({ code: ShortCode }),
  body: z.strictObject({ key: Key }),
};

export const openTransfers = endpoint({
  ...ofOrder,
  method: 'POST',
  path: '/orders/:code/transfers',
  summary: 'The transfers that pay an order, and how far they are; asked again, they are the same',
  result: z.object({ payBy: Instant, items: z.array(TransferToMake) }).meta({ id: 'TransfersToMake' }),
});

export const claimTransfers = endpoint({
  ...ofOrder,
  method: 'POST',
  path: '/orders/:code/transfers/claims',
  summary: 'The buyer says that she has transferred: where nobody watches the account, a person looks',
  result: Done,
});

/** SePay's own wire format, signed over the bytes. */
export const sepayWebhook = endpoint({
  method: 'POST',
  path: '/payments/sepay/webhook',
  summary: 'Money moved on an account that SePay watches',
  needs: 'public',
  raw: true,
});

export const payosWebhook = endpoint({
  method: 'POST',
  path: '/payments/payos/webhook',
  summary: 'A payment link of payOS was paid',
  needs: 'public',
  raw: true,
});
