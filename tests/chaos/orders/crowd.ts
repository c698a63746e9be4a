import { randomUUID } from 'node:crypto';
import {
  type Client,
  cancelOrder,
  client as callerOf,
  homePage,
  type OrderView,
  type PlaceOrder,
  Problem,
  placeOrder,
  quoteOrder,
  startPayment,
} from '@chophien/contracts';
import type { System } from '../../../infra/local/system.ts';
import { again } from '../buyers.ts';

export const clients = 16;
const commune = '07330';

/** What the house said to people, and what they did. */
export interface Told {
  /** How often an order was begun to be placed. */
  attempts: number;
  placed: Map<string, OrderView>;
  sent: Map<string, PlaceOrder>;
  /** How often the bank took the money of an order. */
  paid: Map<string, number>;
  cancelled: Set<string>;
  refused: Map<string, number>;
  repeats: number;
}

export const nothingTold = (): Told => ({
  attempts: 0,
  placed: new Map(),
  sent: new Map(),
  paid: new Map(),
  cancelled: new Set(),
  refused: new Map(),
  repeats: 0,
});

/** Ten ways to order, in turn: cash, in two tabs, taken back; paid, paid twice, paid and taken back, taken back and paid late. */
const ways = [
  'cash',
  'paid',
  'cash',
  'two tabs',
  'paid',
  'cash taken back',
  'paid twice',
  'paid',
  'paid, taken back',
  'taken back, paid late',
] as const;

/** Sixteen people who order until told to stop. Whoever gets no answer sends the same again. */
export const crowd = async (system: System, told: Told, stop: AbortSignal): Promise<void> => {
  const call = callerOf({ baseUrl: system.urls.api!, timeout: 8_000 });
  const { listings } = await again(told, () => call(homePage));
  const offers = listings.filter((listing) => listing.available > 0).map((listing) => listing.id);
  await Promise.all(
    Array.from({ length: clients }, async (_, buyer) => {
      for (let turn = 0; !stop.aborted; turn++) {
        const wanted = [offers[(buyer + turn) % offers.length]!, offers[(buyer + turn * 3 + 1) % offers.length]!];
        try {
          await one(system, told, { buyer, turn, offers: [...new Set(wanted)] });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          told.refused.set(error.code, (told.refused.get(error.code) ?? 0) + 1);
        }
      }
    }),
  );
};

interface Wish {
  buyer: number;
  turn: number;
  offers: string[];
}

const one = async (system: System, told: Told, { buyer, turn, offers }: Wish): Promise<void> => {
  const way = ways[(buyer * 3 + turn) % ways.length]!;
  // Each from an address of her own, as the storefront would say: one address may not begin to pay without end.
  const call = callerOf({
    baseUrl: system.urls.api!,
    timeout: 8_000,
    headers: { 'x-site-key': system.env.SITE_KEY!, 'x-client-address': `203.${buyer}.${turn >> 8}.${turn & 255}` },
  });
  const lines = offers.map((offer) => ({ offer, quantity: 1_000 }));
  const quote = await again(told, () => call(quoteOrder, { body: { lines, commune } }));
  const order: PlaceOrder = {
    id: randomUUID(),
    lines,
    payment: way.includes('paid') ? 'vnpay' : 'cod',
    total: quote.total,
    deliverTo: {
      name: 'Người mua diễn tập',
      phone: `+849${String(buyer).padStart(2, '0')}${String(turn).padStart(6, '0')}`,
      commune,
      address: 'Số 1, đường diễn tập',
    },
  };
  told.sent.set(order.id, order);
  told.attempts += 1;
  const place = () => again(told, () => call(placeOrder, { body: order }));
  const [placed, twin] = await Promise.all([place(), way === 'two tabs' ? place() : undefined]);
  told.placed.set(order.id, placed);
  if (twin && twin.code !== placed.code) throw new Error(`one order became two: ${placed.code} and ${twin.code}`);
  const begun: string[] = [];
  if (order.payment === 'vnpay') begun.push(await begin(call, told, placed));
  if (way === 'paid twice') begun.push(await begin(call, told, placed));
  if (way === 'taken back, paid late') await takeBack(call, told, placed);
  for (const payUrl of begun) await pay(system, told, { order: placed, payUrl });
  if (way === 'cash taken back' || way === 'paid, taken back') await takeBack(call, told, placed);
};

const takeBack = async (call: Client, told: Told, { id, code, key }: OrderView): Promise<void> => {
  await again(told, () => call(cancelOrder, { params: { code }, body: { key } }));
  told.cancelled.add(id);
};

const begin = async (call: Client, told: Told, { code, key }: OrderView): Promise<string> => {
  const body = { id: randomUUID(), key };
  const { payUrl } = await again(told, () => call(startPayment, { params: { code }, body }));
  return payUrl;
};

/** The bank takes the money once, whatever becomes of its news. */
const pay = async (
  system: System,
  told: Told,
  { order, payUrl }: { order: OrderView; payUrl: string },
): Promise<void> => {
  const answer = await fetch(`${system.urls.sandbox}/_control/vnpay/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ payUrl, outcome: 'paid', sequence: 'return-first' }),
  });
  if (!answer.ok) throw new Error(`the sandbox did not take a payment: ${await answer.text()}`);
  const { responseCode } = (await answer.json()) as { responseCode: string };
  if (responseCode === '00') told.paid.set(order.id, (told.paid.get(order.id) ?? 0) + 1);
};
