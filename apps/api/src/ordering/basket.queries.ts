import type { BasketView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Catalogue } from '../catalogue/index.ts';
import { sha256 } from '../platform/crypto.ts';
import { given, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { awayOn } from './away.ts';
import { basketView, type KeptLine } from './basket.rules.ts';

export type Basket = z.input<typeof BasketView>;
type Cards = Parameters<typeof basketView>[1];

@Injectable()
export class BasketQueries {
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** The basket a key opens; a key nobody knows opens an empty one. */
  async get(key: string): Promise<Basket> {
    const lines = await this.lines(sha256(key));
    return this.view(lines, await this.cards(lines.map((line) => line.offer)));
  }

  /** Lines as they stand today. */
  async view(lines: readonly KeptLine[], cards: Cards): Promise<Basket> {
    const sellers = [...new Set([...cards.values()].map(({ producer }) => producer.id))];
    return basketView(lines, cards, new Set((await awayOn(this.db, sellers, this.clock.now())).keys()));
  }

  /** In the order in which they were put in. */
  lines(keyHash: string): Promise<KeptLine[]> {
    return rows<KeptLine>(this.db, kept, [keyHash]);
  }

  /** What can be seen of these listings today, with how much there is. */
  async cards(offers: readonly string[]): Promise<Cards> {
    const cards = await this.catalogue.cards(offers);
    return new Map(cards.map((card) => [card.id, card]));
  }
}

const kept = `select offer, quantity, price_seen as "priceSeen" from ordering.basket_line
  where basket = ${given('$1::text')} order by added_at, offer`;
