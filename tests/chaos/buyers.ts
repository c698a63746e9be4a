import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  client as callerOf,
  homePage,
  type OrderView,
  type PlaceOrder,
  Problem,
  placeOrder,
  quoteOrder,
  startPayment,
} from '@chophien/contracts';
import type { System } from '../../infra/local/system.ts';

/** What the house said to people: that is what it must keep. */
export interface Said {
  /** Orders that were answered with yes, by id. */
  placed: Map<string, OrderView>;
  /** Everything that was sent, answered or not. */
  sent: Map<string, PlaceOrder>;
  /** Orders whose money the bank took. */
  paid: Set<string>;
  refused: number;
  /** How often somebody had to send the same order again. */
  repeats: number;
}

const clients = 6;

/** People who order until told to stop: some pay at the door, some through VNPay; whoever gets no answer sends again. */
export const buyers = async (system: System, said: Said, stop: AbortSignal): Promise<void> => {
  const call = callerOf({ baseUrl: system.urls.api!, timeout: 5_000 });
  const { listings } = await again(said, () => call(homePage));
  const offers = listings.filter((listing) => listing.available > 0).map((listing) => listing.id);
  const commune = '07330';
  await Promise.all(
    Array.from({ length: clients }, async (_, buyer) => {
      for (let turn = 0; !stop.aborted; turn++) {
        const wanted = [offers[(buyer + turn) % offers.length]!, offers[(buyer + turn * 3 + 1) % offers.length]!];
        const lines = [...new Set(wanted)].map((offer) => ({ offer, quantity: 1_000 }));
        try {
          const quote = await again(said, () => call(quoteOrder, { body: { lines, commune } }));
          const order: PlaceOrder = {
            id: randomUUID(),
            lines,
            payment: turn % 3 === 0 ? 'vnpay' : 'cod',
            total: quote.total,
            deliverTo: {
              name: 'Người mua diễn tập',
              phone: `+849${buyer}${String(turn).padStart(7, '0')}`,
              commune,
              address: 'Số 1, đường diễn tập',
            },
          };
          said.sent.set(order.id, order);
          const placed = await again(said, () => call(placeOrder, { body: order }));
          said.placed.set(order.id, placed);
          if (order.payment === 'vnpay') await pay(system, said, placed, `203.0.${buyer}.${turn % 250}`);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          said.refused += 1;
        }
        await sleep(50);
      }
    }),
  );
};

/** Each from an address of her own, as the storefront would say: one address may not begin to pay without end. */
const pay = async (system: System, said: Said, order: OrderView, address: string): Promise<void> => {
  const call = callerOf({
    baseUrl: system.urls.api!,
    timeout: 5_000,
    headers: { 'x-site-key': system.env.SITE_KEY!, 'x-client-address': address },
  });
  const body = { id: randomUUID(), key: order.key };
  const { payUrl } = await again(said, () => call(startPayment, { params: { code: order.code }, body }));
  const answer = await fetch(`${system.urls.sandbox}/_control/vnpay/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ payUrl, outcome: 'paid', sequence: 'return-first' }),
  });
  if (!answer.ok) throw new Error(`the sandbox did not take a payment: ${await answer.text()}`);
  const { responseCode } = (await answer.json()) as { responseCode: string };
  if (responseCode === '00') said.paid.add(order.id);
};

const faults = new Set(['platform.busy', 'platform.failed']);

/** The same request until it is answered, as a phone on a bad line does; a refusal is an answer. */
export const again = async <T>(said: { repeats: number }, request: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Problem) || !faults.has(error.code) || attempt >= 60) throw error;
      said.repeats += 1;
      await sleep(500);
    }
  }
};
