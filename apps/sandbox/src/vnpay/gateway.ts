import { Refused } from '../asked.ts';
import type { Later } from '../later.ts';
import type { Settings } from '../env.ts';
import { returnAddress, type Settled } from './announcement.ts';
import { Caller } from './caller.ts';
import { type Drawn, Faults } from './faults.ts';
import { Ledger, type Payment } from './ledger.ts';
import { announces, type Outcome, returns, type Sequence } from './outcomes.ts';
import { isRefusal, type PayRefusal, readPayRequest, repeatedReference } from './pay-request.ts';
import { Recorder } from './recorder.ts';

/** What the buyer's browser does next: goes back to the shop, or stays on a page that was closed. */
export interface Decided {
  readonly payment: Settled;
  readonly returnUrl: string | undefined;
}

/** VNPay's payment gateway: opens pay pages, takes the bank's word, tells the merchant. */
export class Gateway {
  readonly settings: Settings['vnpay'];
  readonly ledger = new Ledger();
  readonly faults = new Faults();
  readonly recorder = new Recorder();
  readonly caller: Caller;
  readonly #later: Later;
  readonly now: () => Date;

  constructor(settings: Settings['vnpay'], later: Later, now: () => Date) {
    this.settings = settings;
    this.now = now;
    this.#later = later;
    this.caller = new Caller(settings, this.recorder, later);
  }

  /**
   * Opens the bank's page of a pay address. The very same address again, still undecided, is the buyer reloading;
   * any other use of a reference within its day is refused.
   */
  open(query: URLSearchParams): Payment | PayRefusal {
    const request = readPayRequest(query, this.settings, this.now());
    if (isRefusal(request)) return request;
    const earlier = this.ledger.sameDay(request.txnRef, request.createDate);
    if (earlier === undefined) return this.ledger.open(request, this.now());
    return earlier.secureHash === request.secureHash && !earlier.result ? earlier : repeatedReference;
  }

  /**
   * Takes the choice made on the bank's page. Money is not taken after the window has closed, unless a late success
   * was ordered. A page that was already decided sends the buyer back again and calls nobody.
   */
  async decide(payment: Payment, outcome: Outcome, wished?: Sequence): Promise<Decided> {
    if (payment.result) {
      const settled = payment as Settled;
      return { payment: settled, returnUrl: returnAddress(this.settings, settled, new Set()) };
    }
    const drawn = this.faults.forPayment();
    const late = drawn.kinds.has('late-success');
    const inTime = payment.expiresAt > this.now() || late;
    this.ledger.settle(payment, inTime ? outcome : 'expired', this.now());

    const settled = payment as Settled;
    const sequence = wished ?? drawn.sequence ?? 'ipn-first';
    if (announces(sequence) && !drawn.kinds.has('no-ipn')) await this.#announce(settled, drawn, sequence, late);
    return {
      payment: settled,
      returnUrl: returns(sequence) ? returnAddress(this.settings, settled, drawn.kinds) : undefined,
    };
  }

  /** The page behind a token, or a refusal that names it. */
  page(token: string): Payment {
    const payment = this.ledger.byToken(token);
    if (!payment) throw new Refused('token', 'no such payment page; the sandbox forgets them when it stops', 404);
    return payment;
  }

  /** Waits for the merchant's first answer only where the buyer would wait for it too. */
  async #announce(payment: Settled, drawn: Drawn, sequence: Sequence, late: boolean): Promise<void> {
    const delay = late ? drawn.lateMs : sequence === 'return-first' ? this.settings.returnLeadMs : 0;
    const told = this.#afterwards(delay, () => this.caller.announce(payment, drawn));
    if (sequence === 'ipn-first' && !late) await told;
  }

  async #afterwards(delay: number, work: () => Promise<void>): Promise<void> {
    if (delay > 0 && !(await this.#later.wait(delay))) return;
    await work();
  }
}
