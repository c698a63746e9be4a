import { randomUUID } from 'node:crypto';
import { client as callerOf, getListing, Problem, placeOrder, quoteOrder } from '@chophien/contracts';
import pg from 'pg';
import { ask, benchSystem } from './bench-system.ts';
import { offerId, slugOf } from './goods.ts';
import { percentile, report, round } from './measure.ts';

const buyers = 200;
const units = 50;

/**
 * Two hundred buyers at once for fifty units, behind two API processes: fifty are sold, nobody is told yes twice, and who
 * comes too late hears so by name. Then: a price changed through one process shows in the other's very next answer.
 */
export const stock = async (): Promise<boolean> => {
  const system = await benchSystem({ apiCopies: 2 });
  try {
    const calls = [system.urls.api!, system.urls.api2!].map((baseUrl) => callerOf({ baseUrl, timeout: 30_000 }));
    const offer = offerId(0);
    const { price } = await calls[0]!(getListing, { params: { slug: slugOf(0) } });
    await setLevel(system.databaseUrl, offer, units * 1_000);
    const commune = '07330';
    const lines = [{ offer, quantity: 1_000 }];
    const { total } = await calls[0]!(quoteOrder, { body: { lines, commune } });
    const times: number[] = [];
    const outcomes = new Map<string, number>();
    const began = performance.now();
    await Promise.all(
      Array.from({ length: buyers }, async (_, buyer) => {
        const start = performance.now();
        const outcome = await calls[buyer % 2]!(placeOrder, {
          body: {
            id: randomUUID(),
            lines,
            payment: 'cod',
            total,
            deliverTo: {
              name: 'Người mua đo lường',
              phone: `0388${String(Date.now() % 1_000).padStart(3, '0')}${String(buyer).padStart(3, '0')}`,
              commune,
              address: 'Số 1, đường đo lường',
            },
          },
        })
          .then(() => 'sold')
          .catch((error: unknown) => (error instanceof Problem ? error.code : 'no answer'));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        times.push(performance.now() - start);
      }),
    );
    const seconds = (performance.now() - began) / 1_000;
    const [level] = await ask<{ on_hand: number; held: number; sold: number }>(
      system.databaseUrl,
      `select l.on_hand, l.held, (select -coalesce(sum(quantity), 0) from stock.movement m
         where m.offer = l.offer and kind = 'sold' and at >= $2)::bigint as sold
       from stock.level l where offer = $1`,
      [offer, new Date(Date.now() - (seconds + 5) * 1_000)],
    );
    const sold = outcomes.get('sold') ?? 0;
    const refused = outcomes.get('stock.too-little') ?? 0;
    times.sort((a, b) => a - b);
    const met = report({
      bench: 'stock',
      apiProcesses: 2,
      buyers,
      units,
      sold,
      refused,
      oversold: Math.max(0, sold - units),
      left: level!.on_hand - level!.held,
      perSecond: round(buyers / seconds),
      p50: round(percentile(times, 0.5)),
      p95: round(percentile(times, 0.95)),
      errors: buyers - sold - refused,
      outcomes: Object.fromEntries(outcomes),
    });
    const fresh = await priceIsFresh(system.databaseUrl, calls, price);
    return met && fresh && sold === units && level!.on_hand - level!.held === 0;
  } finally {
    await system.stop();
  }
};

/** Sets what there is of one offer, with the movement that explains it. */
const setLevel = async (databaseUrl: string, offer: string, onHand: number): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `with before as (select on_hand from stock.level where offer = $1 for update),
       moved as (insert into stock.movement (offer, kind, quantity, reason, at)
         select $1, 'corrected', $2::bigint - on_hand, 'đo lường', $3 from before)
     update stock.level set on_hand = $2::bigint + held where offer = $1`,
    [offer, onHand, new Date(Date.now() - 60_000)],
  );
  await client.end();
};

/** No answer of one process may be older than what another has written. */
const priceIsFresh = async (
  databaseUrl: string,
  calls: ReturnType<typeof callerOf>[],
  price: number,
): Promise<boolean> => {
  let stale = 0;
  const times: number[] = [];
  for (let turn = 1; turn <= 50; turn++) {
    const now = price + turn * 1_000;
    await ask(databaseUrl, 'update catalogue.offer set price = $2 where id = $1', [offerId(0), now]);
    const start = performance.now();
    const seen = await calls[turn % 2]!(getListing, { params: { slug: slugOf(0) } });
    times.push(performance.now() - start);
    if (seen.price !== now) stale += 1;
  }
  await ask(databaseUrl, 'update catalogue.offer set price = $2 where id = $1', [offerId(0), price]);
  times.sort((a, b) => a - b);
  return report({
    bench: 'price is fresh',
    turns: 50,
    stale,
    perSecond: 0,
    p50: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
    errors: stale,
  });
};
