import { isMultiple, priceOf } from '@chophien/kernel';
import type { BasketLine, BasketView, ListingCard } from '@chophien/contracts';
import type { z } from 'zod';
import { split, sum } from './order.rules.ts';

type BasketLineView = z.input<typeof BasketLine>;
type Card = z.input<typeof ListingCard> & { increment: number; minimum: number; sellFrom: string | null };

export interface KeptLine {
  offer: string;
  /** Thousandths of the unit. */
  quantity: number;
  /** Whole đồng. */
  priceSeen: number;
}

/** Lines of one basket at most: as many as an order may have. */
export const mostLines = 60;

/** Why a line can't be ordered as it stands; the worst first. */
const troubleOf = (line: KeptLine, card: Card, away: ReadonlySet<string>): BasketLineView['trouble'] => {
  if (card.kind === 'service') return 'service';
  if (card.window === 'upcoming') return 'not-yet-on-sale';
  if (away.has(card.producer.id)) return 'away';
  if (line.quantity < card.minimum || !isMultiple(line.quantity, card.increment)) return 'quantity-step';
  if (line.quantity > card.available) return 'too-little';
  return line.priceSeen === card.price ? null : 'price-changed';
};

/** A line at today's price. */
const priced = (line: KeptLine, card: Card, away: ReadonlySet<string>): BasketLineView & { listing: Card } => {
  const { increment, minimum } = card;
  return {
    ...line,
    amount: priceOf(card.price, line.quantity),
    listing: card,
    increment,
    minimum,
    trouble: troubleOf(line, card, away),
  };
};

/** A line nobody sells any more costs nothing. */
const gone = (line: KeptLine): BasketLineView => ({
  ...line,
  amount: 0,
  listing: null,
  increment: 1_000,
  minimum: 1_000,
  trouble: 'not-for-sale',
});

/** What is in the basket today, as the parcels it would travel in. */
export const basketView = (
  lines: readonly KeptLine[],
  cards: ReadonlyMap<string, Card>,
  /** Producers that take no orders today. */
  away: ReadonlySet<string> = new Set(),
): z.input<typeof BasketView> => {
  const known = lines.flatMap((line) => {
    const card = cards.get(line.offer);
    return card ? [{ line: priced(line, card, away), producer: card.producer, storage: card.storage }] : [];
  });
  const parcels = split(known.map((one) => ({ ...one, amount: one.line.amount })));
  return {
    parcels: parcels.map(({ producer, storage, goods, lines }) => ({
      producer: { id: producer.id, name: producer.name },
      storage,
      goods,
      lines: lines.map(({ line }) => line),
    })),
    gone: lines.filter((line) => !cards.has(line.offer)).map(gone),
    goods: sum(parcels, 'goods'),
    count: lines.length,
  };
};
