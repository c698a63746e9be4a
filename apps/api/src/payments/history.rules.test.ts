import { expect, test } from 'vitest';
import { chances } from '../../../../tests/support/chances.ts';
import { type AttemptState, moves, outcomeOf, refundable } from './payment.rules.ts';

const steps = process.env.FC_RUNS ? 1_000_000 : 100_000;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const pick = chances(seed);

const codes = ['00', '07', '24', '51', '99'] as const;
const statuses = ['00', '02', '04', '07'] as const;

test(`money counts once and never more goes back than came in, in ${steps} steps of one payment after another (seed ${seed})`, () => {
  let attempt = { state: 'open' as AttemptState, amount: 1, received: 0, refunded: 0, counted: 0 };
  for (let done = 0; done < steps; done++) {
    if (pick.upTo(12) === 0) {
      attempt = { state: 'open', amount: 5_000 + pick.upTo(900_000_000), received: 0, refunded: 0, counted: 0 };
    } else if (pick.upTo(8) === 0 && attempt.state === 'open') {
      attempt.state = 'expired';
    } else if (pick.upTo(2) === 0) {
      const outcome = outcomeOf(pick.of(codes), pick.of(statuses));
      const before = attempt.state;
      if (moves(before, outcome)) {
        attempt.state = outcome;
        if (outcome === 'paid') {
          attempt.counted += 1;
          attempt.received = attempt.amount;
        }
      }
      // Said once more, it changes nothing; paid stays paid.
      if (moves(attempt.state, attempt.state as 'paid') || (before === 'paid' && attempt.state !== 'paid')) {
        expect({ seed, done, before, outcome, attempt }).toBe('a state that the same news leaves alone');
      }
    } else {
      const wanted = pick.upTo(3) === 0 ? Number.MAX_SAFE_INTEGER : pick.upTo(attempt.amount);
      attempt.refunded += refundable(attempt.received, attempt.refunded, wanted);
    }
    if (attempt.counted > 1 || attempt.refunded > attempt.received || attempt.refunded < 0) {
      expect({ seed, done, attempt }).toBe('counted once, and no more given back than came in');
    }
  }
});
