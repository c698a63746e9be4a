import { share } from '@chophien/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Account,
  cashCame,
  earned,
  moneyBack,
  moneyCame,
  paidOut,
  type Posting,
  reversed,
  sumOf,
} from './ledger.rules.ts';
import { commissionOf, type Holder, type Line, type Parts, partsOf, withhold } from './sale.rules.ts';
import { taxRules as rules } from './tax-rules.fixture.ts';

/** A market in the mind over some months: what can happen to orders happens in any order, and everything is written down. */

const commissionRule = {
  id: 'r',
  province: null,
  producerKind: null,
  method: null,
  percentBp: 200,
  fixed: 500,
  floor: 1_000,
  cap: 200_000,
};

interface Sold extends Parts {
  holder: Holder;
  producer: string;
  goods: number;
  shipping: number;
  paid: number;
  refunded: number;
  delivered: boolean;
  reversed: boolean;
  remitted: boolean;
  payout: 'none' | 'paid';
}
interface Written {
  month: number;
  kind: 'money' | 'earned' | 'reversed' | 'refund' | 'payout';
  producer: string | null;
  postings: Posting[];
}
/** What a statement is made of: the sale's own parts, kept apart from the ledger. */
interface Moved {
  month: number;
  sign: 1 | -1;
  sale: Sold;
}

class Market {
  readonly ledger: Written[] = [];
  readonly moved: Moved[] = [];
  readonly kept = new Map<string, string>();
  month = 0;
  closed = -1;
  readonly sold: Sold[];

  constructor(sold: Sold[]) {
    this.sold = sold;
  }

  private write(kind: Written['kind'], sale: Sold, postings: Posting[], happened = this.month): number {
    const month = Math.max(happened, this.closed + 1);
    this.ledger.push({ month, kind, producer: sale.producer, postings });
    return month;
  }

  /** A step that the rules do not allow changes nothing. `late`: months that its news took. */
  happen(sale: Sold, what: string, late: number): void {
    const all = sale.goods + sale.shipping;
    const then = Math.max(0, this.month - late);
    switch (what) {
      case 'pay':
        if (sale.paid > 0 || sale.holder === 'carrier') return;
        sale.paid = all;
        this.write('money', sale, moneyCame(sale.holder, all), then);
        return;
      case 'deliver':
        if (sale.delivered || sale.refunded > 0 || (sale.holder !== 'carrier' && sale.paid === 0)) return;
        if (sale.holder === 'carrier') {
          sale.paid = all;
          this.write('money', sale, moneyCame('carrier', all), then);
        }
        sale.delivered = true;
        this.moved.push({ month: this.write('earned', sale, earned(sale), then), sign: 1, sale });
        return;
      case 'remit':
        if (sale.holder !== 'carrier' || !sale.delivered || sale.remitted) return;
        sale.remitted = true;
        this.write('money', sale, cashCame(all), then);
        return;
      case 'return':
        if (!sale.delivered || sale.reversed) return;
        sale.reversed = true;
        this.moved.push({ month: this.write('reversed', sale, reversed(earned(sale)), then), sign: -1, sale });
        return;
      case 'refund':
        if (sale.paid === 0 || sale.refunded === sale.paid || (sale.delivered && !sale.reversed)) return;
        if (sale.holder === 'carrier' && !sale.remitted) return;
        this.refund(sale, then);
        return;
      case 'pay out': {
        const funded = sale.holder === 'partner' || (sale.holder === 'carrier' && sale.remitted);
        if (!funded || !sale.delivered || sale.reversed || sale.payout === 'paid') return;
        sale.payout = 'paid';
        this.write('payout', sale, paidOut(sale.producer, sale.net));
        return;
      }
      case 'payout returned':
        if (sale.payout !== 'paid') return;
        sale.payout = 'none';
        this.write('payout', sale, reversed(paidOut(sale.producer, sale.net)));
        return;
      case 'next month':
        this.month += 1;
        return;
      case 'close':
        if (this.closed >= this.month - 1) return;
        this.closed += 1;
        for (const producer of producers)
          this.kept.set(`${this.closed} ${producer}`, JSON.stringify(this.statement(producer, this.closed)));
        return;
    }
  }

  /** Half of what is left, then the rest: no step gives back more than came. */
  private refund(sale: Sold, then: number): void {
    const left = sale.paid - sale.refunded;
    const amount = sale.refunded === 0 ? Math.ceil(left / 2) : left;
    sale.refunded += amount;
    this.write('refund', sale, moneyBack(sale.holder, amount), then);
  }

  balance(account: Account, upTo = Infinity, producer?: string): number {
    return sumOf(
      this.ledger
        .filter(({ month }) => month <= upTo)
        .flatMap(({ postings }) => postings)
        .filter((posting) => posting.account === account && (producer === undefined || posting.producer === producer)),
    );
  }

  statement(producer: string, month: number) {
    const lines = this.moved.filter((one) => one.month === month && one.sale.producer === producer);
    const sum = (part: (sale: Sold) => number) => lines.reduce((whole, { sign, sale }) => whole + sign * part(sale), 0);
    return {
      commission: sum(({ commission }) => commission),
      vat: sum(({ vat }) => vat),
      pit: sum(({ pit }) => pit),
      shipping: sum(({ shipping }) => shipping),
      through: sum(({ holder, net }) => (holder === 'seller' ? 0 : net)),
      owed: sum(({ holder, commission, shipping }) => (holder === 'seller' ? commission + shipping : 0)),
    };
  }

  fromLedger(producer: string, month: number) {
    const of = this.ledger
      .filter((one) => one.month === month && one.producer === producer && ['earned', 'reversed'].includes(one.kind))
      .flatMap(({ postings }) => postings);
    const sum = (account: Account) => sumOf(of.filter((posting) => posting.account === account));
    return {
      commission: 0 - sum('commission'),
      vat: 0 - sum('vat'),
      pit: 0 - sum('pit'),
      shipping: 0 - sum('freight'),
      through: 0 - sum('producer'),
      owed: sum('receivable'),
    };
  }
}

const producers = ['a', 'b', 'c'];
const amount = fc.integer({ min: 0, max: 100_000_000 });
const kinds = ['own-farm-goods', 'goods', 'services', 'transport', 'unknown'] as const;
const lines: fc.Arbitrary<Line[]> = fc.array(
  fc.record({ name: fc.constant('x'), amount, kind: fc.constantFrom(...kinds) }),
  { minLength: 1, maxLength: 5 },
);
const placed = fc
  .record({
    holder: fc.constantFrom<Holder>('partner', 'carrier', 'seller'),
    shipping: amount,
    producer: fc.constantFrom(...producers),
    lines,
  })
  .map(({ lines: sold, ...one }): Sold => {
    const goods = sold.reduce((sum, line) => sum + line.amount, 0);
    const parts = partsOf(goods, commissionOf(commissionRule, goods), withhold(sold, rules, one.holder !== 'seller'));
    const nothing = {
      paid: 0,
      refunded: 0,
      delivered: false,
      reversed: false,
      remitted: false,
      payout: 'none' as const,
    };
    return { ...one, ...parts, goods, ...nothing };
  });
const step = fc.record({
  sale: fc.nat(7),
  what: fc.constantFrom(
    ...[
      'pay',
      'pay',
      'deliver',
      'deliver',
      'remit',
      'return',
      'refund',
      'pay out',
      'payout returned',
      'next month',
      'close',
    ],
  ),
  late: fc.nat(2),
});
const history = fc
  .tuple(fc.array(placed, { minLength: 1, maxLength: 8 }), fc.array(step, { maxLength: 120 }))
  .map(([sold, steps]) => ({ market: new Market(sold.map((one) => ({ ...one }))), steps }));

test('the books sum to zero, statements say what the ledger says, and a closed month never changes', () => {
  fc.assert(
    fc.property(history, ({ market, steps }) => {
      for (const { sale, what, late } of steps) {
        market.happen(market.sold[sale % market.sold.length] as Sold, what, late);
        const last = market.ledger.at(-1);
        expect(last ? sumOf(last.postings) : 0).toBe(0);
      }
      expect(sumOf(market.ledger.flatMap(({ postings }) => postings))).toBe(0);
      for (const sale of market.sold) expect(sale.refunded).toBeLessThanOrEqual(sale.paid);
      for (const producer of producers) {
        let standing = 0;
        for (let month = 0; month <= market.month; month += 1) {
          const said = market.statement(producer, month);
          expect(said).toEqual(market.fromLedger(producer, month));
          const kept = market.kept.get(`${month} ${producer}`);
          if (kept) expect(JSON.stringify(said)).toBe(kept);
          // What was owed, and what was added, less what was paid out, is what is owed.
          const paid = market.ledger
            .filter((one) => one.month === month && one.kind === 'payout')
            .flatMap(({ postings }) => postings)
            .filter((posting) => posting.producer === producer);
          standing += said.through - sumOf(paid);
          expect(standing).toBe(0 - market.balance('producer', month, producer));
        }
      }
    }),
  );
});

test('whoever holds money holds it for somebody, and no buyer’s đồng is anywhere twice', () => {
  fc.assert(
    fc.property(history, ({ market, steps }) => {
      for (const { sale, what, late } of steps)
        market.happen(market.sold[sale % market.sold.length] as Sold, what, late);
      const through = market.sold.filter(({ holder }) => holder !== 'seller');
      const came = through.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0);
      const out = through.filter(({ payout }) => payout === 'paid').reduce((sum, { net }) => sum + net, 0);
      expect(market.balance('partner') + market.balance('carrier')).toBe(came - out);
      const waiting = through
        .filter(({ delivered, reversed: back }) => !delivered || back)
        .reduce((sum, { paid, refunded }) => sum + paid - refunded, 0);
      expect(0 - market.balance('buyers')).toBe(waiting);
    }),
  );
});

test('no đồng appears or vanishes in a split, and nobody’s share is less than nothing', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(amount, weights, (whole, parts) => {
      fc.pre(parts.some((part) => part > 0));
      const shares = share(whole, parts);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(whole);
      expect(shares.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
    }),
  );
});
