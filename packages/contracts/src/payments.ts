import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Dong, Id, Instant, Key, ShortCode } from './values.ts';

export const AttemptState = z.enum(['open', 'paid', 'failed', 'expired', 'suspected']);

export const startPayment = endpoint({
  method: 'POST',
  path: '/orders/:code/payments',
  summary: 'Begin to pay at VNPay: the answer is where to send the buyer',
  needs: 'public',
  limit: { points: 120, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  body: z.strictObject({ id: Id, key: Key }).meta({ id: 'StartPayment' }),
  result: z.object({ attempt: Id, payUrl: z.url(), expiresAt: Instant }).meta({ id: 'PaymentStarted' }),
});

/** The buyer's browser comes back with VNPay's fields. It may only show a page: money moves on the IPN alone. */
export const readReturn = endpoint({
  method: 'GET',
  path: '/payments/vnpay/return',
  summary: 'What to show a buyer who comes back from VNPay',
  needs: 'public',
  query: z.record(z.string().max(60), z.string().max(400)),
  result: z
    .object({
      genuine: z.boolean(),
      outcome: z.enum(['paid', 'failed', 'waiting', 'suspected', 'unknown']),
      orderCode: z.string().nullable(),
      orderKey: Key.nullable(),
      amount: Dong.nullable(),
      /** VNPay's response code, for the sentence about why. */
      responseCode: z.string().nullable(),
    })
    .meta({ id: 'PaymentReturn' }),
});

/** VNPay's own wire format; answers `{RspCode, Message}` with HTTP 200 whatever happens. */
export const vnpayIpn = endpoint({
  method: 'GET',
  path: '/payments/vnpay/ipn',
  summary: 'Instant payment notification of VNPay',
  needs: 'public',
  raw: true,
});
