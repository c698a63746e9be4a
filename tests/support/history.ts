import { createHmac, randomUUID } from 'node:crypto';
import type { OrderView, PlaceOrder } from '@chophien/contracts';
import type { Actor } from '../../apps/api/src/platform/actor.ts';
import { rows } from '../../apps/api/src/platform/database.ts';
import type { chances } from './chances.ts';
import { newPhone, type Trade } from './trade.ts';

type Chances = ReturnType<typeof chances>;

interface Known {
  order: OrderView;
  sent: PlaceOrder;
  attempts: { vnp_TxnRef: string; vnp_Amount: string }[];
}

/** What may be sent again as it was, and what it was answered. */
export interface Sent {
  method: 'GET' | 'POST';
  path: string;
  as?: Actor;
  body?: object;
}

export const vnpay = { code: 'TESTTMN1', secret: 'SECRETSECRETSECRETSECRETSECRET12' } as const;

/**
 * A market in which anything may happen next, over HTTP as people would do it: ordering, paying at VNPay once, twice, late or
 * not, taking back, counting, packing short, sending and failing to. What is refused is part of it.
 */
export class History {
  readonly orders: Known[] = [];
  private readonly trade: Trade;
  private readonly pick: Chances;
  private readonly sellers: { actor: Actor; offers: string[] }[] = [];
  private sent: Sent[] = [];
  private transactions = 20_000_000;
  private readonly stages = new Map<string, number>();

  constructor(trade: Trade, pick: Chances) {
    this.trade = trade;
    this.pick = pick;
  }

  get offers(): string[] {
    return this.sellers.flatMap(({ offers }) => offers);
  }

  /** A new household with three things on sale, of which there is little. */
  async open(): Promise<void> {
    const actor = await this.trade.producer();
    const offers: string[] = [];
    for (let n = 0; n < 3; n++) {
      const price = 1_000 * (7 + this.pick.upTo(90)) + this.pick.upTo(1_000);
      offers.push(await this.trade.listing({ producer: actor, price, quantity: 20_000 }));
    }
    this.sellers.push({ actor, offers });
  }

  /** Anything that can happen next. */
  step(): Promise<unknown> {
    return this.pick.of(this.wheel)();
  }

  /** Something that was said before is said again, word for word. */
  replay(): Promise<unknown> {
    return this.sent.length === 0 ? Promise.resolve() : this.say(this.pick.of(this.sent), false);
  }

  private readonly wheel: readonly (() => Promise<unknown>)[] = [
    ...Array.from({ length: 3 }, () => () => this.place()),
    ...Array.from({ length: 3 }, () => () => this.begin()),
    ...Array.from({ length: 5 }, () => () => this.tell()),
    ...Array.from({ length: 12 }, () => () => this.move()),
    () => this.takeBack(),
    () => this.receive(),
    () => this.count(),
    ...Array.from({ length: 2 }, () => () => this.replay()),
  ];

  private async place(): Promise<void> {
    const wanted = [...new Set([this.pick.of(this.offers), this.pick.of(this.offers)])];
    const lines = wanted.map((offer) => ({ offer, quantity: 500 * (1 + this.pick.upTo(6)) }));
    const quote = await this.trade.ask('POST', '/quotes', { body: { lines, commune: '07330' } });
    const deliverTo = { name: 'Nguyễn Thị Mẫu', phone: newPhone(), commune: '07330', address: 'Số 1, ngõ 2' };
    const { total = 0 } = quote.body as { total?: number };
    const payment = this.pick.upTo(3) === 0 ? ('cod' as const) : ('vnpay' as const);
    const sent: PlaceOrder = { id: randomUUID(), lines, deliverTo, payment, total };
    const { status, body } = await this.say({ method: 'POST', path: '/orders', body: sent });
    if (status === 200) this.orders.push({ order: body as OrderView, sent, attempts: [] });
  }

  private async begin(): Promise<void> {
    const known = this.recent(
      ({ sent, attempts }) => sent.payment === 'vnpay' && attempts.length < 1 + this.pick.upTo(3),
    );
    if (!known) return;
    const body = { id: randomUUID(), key: known.order.key };
    const { status, body: begun } = await this.say({
      method: 'POST',
      path: `/orders/${known.order.code}/payments`,
      body,
    });
    if (status !== 200) return;
    const { searchParams } = new URL((begun as { payUrl: string }).payUrl);
    known.attempts.push({
      vnp_TxnRef: searchParams.get('vnp_TxnRef') as string,
      vnp_Amount: searchParams.get('vnp_Amount') as string,
    });
  }

  /** VNPay tells of an attempt: paid mostly, also after it said otherwise, and then of another number. */
  private async tell(): Promise<void> {
    const known = this.recent(({ attempts }) => attempts.length > 0);
    if (!known) return;
    const paid = this.pick.upTo(4) > 0;
    const all: Record<string, string> = {
      vnp_TmnCode: vnpay.code,
      vnp_ResponseCode: paid ? '00' : '24',
      vnp_TransactionStatus: paid ? '00' : '02',
      vnp_TransactionNo: String(this.transactions++),
      ...this.pick.of(known.attempts),
    };
    const data = new URLSearchParams(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
    const hash = createHmac('sha512', vnpay.secret).update(data).digest('hex');
    await this.say({ method: 'GET', path: `/payments/vnpay/ipn?${data}&vnp_SecureHash=${hash}` });
  }

  private async takeBack(): Promise<void> {
    const known = this.recent(() => true);
    if (!known) return;
    const { code, key } = known.order;
    await this.say({ method: 'POST', path: `/orders/${code}/cancellation`, body: { key } });
  }

  /** The next thing that happens to a parcel; now and then another, which is mostly refused. */
  private async move(): Promise<void> {
    const known = this.recent(({ attempts, sent }) => sent.payment === 'cod' || attempts.length > 0);
    if (!known) return;
    const parcel = this.pick.of(known.order.parcels);
    const stage = this.pick.upTo(7) === 0 ? this.pick.upTo(6) : (this.stages.get(parcel.id) ?? 0);
    const [path, body] = this.acts(known, parcel)[stage] ?? ['confirmation'];
    const as = this.ownerOf(parcel.producer.id);
    const { status } = await this.say({
      method: 'POST',
      path: `/parcels/${parcel.id}/${path}`,
      as,
      ...(body ? { body } : {}),
    });
    if (status === 200) this.stages.set(parcel.id, stage + 1);
  }

  /** Yes; packed, whole or short; sent; handed over with all, some or none of its cash. And: no; nobody was there. */
  private acts({ sent }: Known, { goods, shipping, lines }: OrderView['parcels'][number]): [string, object?][] {
    const cash = sent.payment === 'cod' ? this.pick.of([goods + shipping, goods + shipping, 1_000, 0]) : 0;
    const short = lines.map(({ offer, quantity }) => ({
      offer,
      packed: 500 * this.pick.upTo(quantity / 500 + 1),
      reason: this.pick.of(['not-enough', 'spoiled'] as const),
    }));
    return [
      ['confirmation'],
      ['packing', { harvestedOn: '2026-11-22', ...(this.pick.upTo(3) === 0 ? { lines: short } : {}) }],
      ['dispatch', {}],
      this.pick.upTo(4) === 0
        ? ['failure', { reason: 'Không ai ở nhà' }]
        : ['delivery', { receivedBy: 'Chị Mẫu', cashCollected: cash }],
      ['refusal', { reason: 'Hết hàng rồi' }],
      ['failure', { reason: 'Không ai ở nhà' }],
    ];
  }

  private async receive(): Promise<void> {
    const { actor, offers } = this.pick.of(this.sellers);
    const body = { id: randomUUID(), quantity: 1_000 * (1 + this.pick.upTo(20)) };
    await this.say({ method: 'POST', path: `/listings/${this.pick.of(offers)}/stock/receipts`, as: actor, body });
  }

  private async count(): Promise<void> {
    const { actor, offers } = this.pick.of(this.sellers);
    const body = { id: randomUUID(), onHand: 500 * this.pick.upTo(60), reason: 'Đếm lại' };
    await this.say({ method: 'POST', path: `/listings/${this.pick.of(offers)}/stock/corrections`, as: actor, body });
  }

  private async say(sent: Sent, keep = true): Promise<{ status: number; body: unknown }> {
    const answer = await this.trade.ask(sent.method, sent.path, sent);
    if (answer.status >= 500) throw new Error(`${sent.path} answered ${JSON.stringify(answer.body)}`);
    // What was refused may well be taken later: only what was taken must change nothing when it is said again.
    if (keep && answer.status === 200) this.sent = [...this.sent.slice(-60), sent];
    return answer;
  }

  /** One of the latest: what is long over would only be refused. */
  private recent(which: (known: Known) => boolean): Known | undefined {
    const latest = this.orders.slice(-14).filter(which);
    return latest.length > 0 ? this.pick.of(latest) : undefined;
  }

  private ownerOf(producer: string): Actor {
    return this.sellers.find(({ actor }) => actor.grants[0]?.producer === producer)?.actor as Actor;
  }

  /** Everything that replaying something may not change. */
  async print(): Promise<string> {
    const [found] = await rows<{ print: string }>(this.trade.db, print);
    return found?.print as string;
  }
}

const print = `select concat_ws(' ',
  (select md5(string_agg(l::text, ',' order by l.offer)) from stock.level l),
  (select count(*) || '/' || coalesce(sum(quantity), 0) from stock.movement),
  (select md5(string_agg(concat_ws(',', o.id, o.finalised_at, o.paid_at, o.cancelled_at), ';' order by o.id)) from ordering."order" o),
  (select md5(string_agg(concat_ws(',', p.id, p.state, p.goods, p.shipping), ';' order by p.id)) from ordering.parcel p),
  (select count(*) || '/' || coalesce(sum(amount), 0) from payments.receipt),
  (select count(*) || '/' || coalesce(sum(amount), 0) from payments.refund),
  (select count(*) from settlement.entry), (select count(*) || '/' || coalesce(sum(abs(amount)), 0) from settlement.posting),
  (select count(*) || '/' || coalesce(sum(net), 0) from settlement.sale)) as print`;
