import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type Basket, BasketQueries } from './basket.queries.ts';
import { type KeptLine, mostLines } from './basket.rules.ts';

/** This much of this listing; zero takes it out. One statement, so it is its own transaction. */
@Injectable()
export class SetBasketLine {
  constructor(
    private readonly db: DataSource,
    private readonly baskets: BasketQueries,
    private readonly clock: Clock,
  ) {}

  async run(key: string, offer: string, quantity: number): Promise<Basket> {
    const basket = sha256(key);
    const lines = await this.baskets.lines(basket);
    const cards = await this.baskets.cards([...new Set([...lines.map((line) => line.offer), offer])]);
    const price = cards.get(offer)?.price;
    if (quantity === 0) {
      await rows(this.db, takeOut, [basket, offer, this.clock.now()]);
    } else {
      const card = cards.get(offer);
      if (price === undefined || !card) throw new Problem('catalogue.not-for-sale', { offer });
      if (card.kind === 'service') throw new Problem('catalogue.service-not-orderable', { offer });
      if (card.window === 'upcoming') throw new Problem('catalogue.not-yet-on-sale', { offer, from: card.sellFrom });
      const put = await rows(this.db, putIn, [basket, offer, quantity, price, this.clock.now(), mostLines]);
      if (put.length === 0) throw full();
    }
    return this.baskets.view(changed(lines, { offer, quantity, priceSeen: price ?? 0 }), cards);
  }
}

const changed = (lines: KeptLine[], line: KeptLine): KeptLine[] => {
  if (line.quantity === 0) return lines.filter(({ offer }) => offer !== line.offer);
  if (lines.some(({ offer }) => offer === line.offer))
    return lines.map((other) => (other.offer === line.offer ? line : other));
  return [...lines, line];
};

const full = (): Problem =>
  new Problem('platform.invalid-input', {
    errors: [{ field: 'offer', rule: 'too_big', message: `a basket holds at most ${mostLines} listings` }],
  });

const putIn = `with mine as (
    insert into ordering.basket (key_hash, touched_at) values ($1, $5)
    on conflict (key_hash) do update set touched_at = excluded.touched_at returning key_hash
  )
  insert into ordering.basket_line (basket, offer, quantity, price_seen, added_at)
  select key_hash, $2, $3, $4, $5 from mine
  where (select count(*) from ordering.basket_line where basket = $1 and offer <> $2) < $6
  on conflict (basket, offer) do update set quantity = excluded.quantity, price_seen = excluded.price_seen
  returning offer`;

const takeOut = `with mine as (
    update ordering.basket set touched_at = $3 where key_hash = $1 returning key_hash
  )
  delete from ordering.basket_line using mine where basket = mine.key_hash and offer = $2`;
