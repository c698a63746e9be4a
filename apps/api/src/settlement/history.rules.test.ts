import { expect, test } from 'vitest';
import { chances } from '../../../../tests/support/chances.ts';
import { cashCame, earned, moneyBack, moneyCame, type Posting, reversed, sumOf } from './ledger.rules.ts';
import { commissionOf, type Holder, partsOf, type TaxKind, withhold } from './sale.rules.ts';

const steps = process.env.FC_RUNS ? 1_000_000 : 100_000;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const pick = chances(seed);

const kinds: readonly TaxKind[] = ['own-farm-goods', 'goods', 'services', 'transport', 'unknown'];
const taxes = kinds.map((kind, n) => ({ id: kind, kind, vatBp: n * 130, pitBp: n * 55, legalRef: 'x' }));
const amount = (): number => 1 + pick.upTo(10 ** (1 + pick.upTo(9)));

interface Sold {
  holder: Holder;
  goods: number;
  shipping: number;
  parts: ReturnType<typeof partsOf>;
  state: 'ordered' | 'paid' | 'earned' | 'ended';
  /** Remitted by the carrier. */
  remitted: boolean;
}

/** Divided by rules of which nobody would think: floors above the goods, taxes and commission that together exceed them. */
const sale = (): Sold => {
  const lines = Array.from({ length: 1 + pick.upTo(4) }, () => ({ name: 'x', amount: amount(), kind: pick.of(kinds) }));
  const goods = lines.reduce((sum, line) => sum + line.amount, 0);
  const floor = pick.upTo(3) === 0 ? amount() : 0;
  const rule = {
    ...{ id: 'x', province: null, producerKind: null, method: null },
    percentBp: pick.upTo(10_001),
    fixed: pick.upTo(20_000),
    floor,
    cap: pick.upTo(2) === 0 ? floor + amount() : null,
  };
  const withheld = withhold(lines, taxes, pick.upTo(4) > 0);
  return {
    holder: pick.of<Holder>(['partner', 'carrier', 'seller']),
    goods,
    shipping: pick.upTo(60_000),
    parts: partsOf(goods, commissionOf(rule, goods), withheld),
    state: 'ordered',
    remitted: false,
  };
};

const whole = ({ goods, shipping }: Sold): number => goods + shipping;

/** The next thing that happens to a sale and its money; the entry of it. */
const next = (sold: Sold): Posting[] => {
  const { holder, goods, shipping, parts } = sold;
  const division = earned({ holder, producer: 'p', goods, shipping, ...parts });
  if (sold.state === 'ordered') {
    sold.state = 'paid';
    return moneyCame(holder, whole(sold));
  }
  if (sold.state === 'paid') {
    const comes = pick.upTo(3) > 0;
    sold.state = comes ? 'earned' : 'ended';
    return comes ? division : moneyBack(holder, whole(sold));
  }
  if (sold.state === 'earned' && holder === 'carrier' && !sold.remitted) {
    sold.remitted = true;
    return cashCame(whole(sold));
  }
  sold.state = 'ended';
  return pick.upTo(2) === 0
    ? [...reversed(division), ...moneyBack(holder === 'carrier' ? 'partner' : holder, whole(sold))]
    : [];
};

test(`no đồng appears or vanishes in ${steps} steps of sales and their money (seed ${seed})`, () => {
  const ledger = new Map<string, number>();
  let open: Sold[] = [];
  for (let done = 0; done < steps; done++) {
    if (open.length < 20) open.push(sale());
    const sold = pick.of(open);
    const { net, commission, vat, pit } = sold.parts;
    const entry = next(sold);
    for (const posting of entry) ledger.set(posting.account, (ledger.get(posting.account) ?? 0) + posting.amount);
    if (sumOf(entry) !== 0 || net + commission + vat + pit !== sold.goods || Math.min(net, commission, vat, pit) < 0) {
      expect({ seed, done, sold, entry }).toBe('an entry that sums to zero, of parts that are the whole');
    }
    // What buyers paid and was neither earned nor given back is what the house owes them.
    const owed = open.reduce((sum, one) => sum + (one.state === 'paid' && one.holder !== 'seller' ? whole(one) : 0), 0);
    if ((ledger.get('buyers') ?? 0) !== -owed) expect({ seed, done, buyers: ledger.get('buyers') }).toBe(-owed);
    open = open.filter(({ state }) => state !== 'ended');
  }
  expect([...ledger.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
});
