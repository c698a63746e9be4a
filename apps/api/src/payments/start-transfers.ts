import { randomBytes, randomUUID } from 'node:crypto';
import { type openTransfers, Problem, type ResultOf, type TransferToMake } from '@chophien/contracts';
import { codeFromBytes, memoCode, vietQr } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Onboarding } from '../onboarding/index.ts';
import { Ordering, type Payable } from '../ordering/index.ts';
import { hmac } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { sealText, unsealText } from '../platform/sealed.ts';
import { Clock } from '../platform/time.ts';
import { holdersAt } from './holding.ts';
import { Payos } from './payos.gateway.ts';
import * as sql from './transfer.sql.ts';

type Made = ResultOf<typeof openTransfers>;

/**
 * The transfers that pay an order: one to each seller's own account, or one to the partner's, as the day's rule says. They
 * are made once; asked again, they are the same and say how far they are.
 */
@Injectable()
export class StartTransfers {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly onboarding: Onboarding,
    private readonly payos: Payos,
    private readonly clock: Clock,
  ) {}

  async run(code: string, key: string): Promise<Made> {
    const order = await inTx(this.db, (tx) => this.ordering.payable(tx, code, key, 'vietqr'));
    if ((await this.read(order.order)).length === 0) await this.make(code, key, order);
    for (const one of await this.read(order.order))
      if (one.holder === 'partner' && !one.qr) await this.link(one, order);
    const items = await Promise.all((await this.read(order.order)).map((one) => this.view(one)));
    return { payBy: order.payBy.toISOString(), items };
  }

  /** Accounts are asked for and sealed before the transaction; it looks once more whether it is still needed. */
  private async make(code: string, key: string, order: Payable): Promise<void> {
    const holder = (await holdersAt(this.db, this.clock.now())).get('vietqr');
    const drafts = holder === 'seller' ? await this.toSellers(order) : this.toPartner(order);
    await inTx(this.db, async (tx) => {
      await this.ordering.payable(tx, code, key, 'vietqr');
      if ((await rows(tx, sql.attemptsOf, [order.order])).length > 0) return;
      for (const draft of drafts) await this.insert(tx, order, draft);
    });
  }

  private async toSellers(order: Payable): Promise<Draft[]> {
    const accounts = await this.onboarding.payoutAccounts(order.sellers.map(({ producer }) => producer));
    return Promise.all(
      order.sellers.map(async ({ producer, amount }): Promise<Draft> => {
        const account = accounts.get(producer);
        if (!account) throw new Problem('payments.no-account', { producer });
        const id = randomUUID();
        const sealed = await sealText(account.number, placeOf(id, order.order));
        const { bank, holder: name, number } = account;
        return { id, producer, amount, holder: 'seller', bank, sealed, hash: accountHash(number), name };
      }),
    );
  }

  private toPartner(order: Payable): Draft[] {
    if (!this.payos.works) throw new Problem('payments.no-account');
    const none = { bank: null, sealed: null, hash: null, name: null };
    return [{ id: randomUUID(), producer: null, amount: order.amount, holder: 'partner', ...none }];
  }

  private insert(tx: Tx, order: Payable, draft: Draft): Promise<unknown> {
    return rows(tx, sql.insertAttempt, [
      draft.id,
      order.order,
      order.code,
      memoCode(codeFromBytes(randomBytes(5), 5)),
      draft.amount,
      order.provinces,
      this.clock.now(),
      order.payBy,
      draft.producer,
      draft.holder,
      draft.bank,
      draft.sealed,
      draft.hash,
      draft.name,
    ]);
  }

  /** payOS gives the account; its answer may be lost, and then the next who asks has another one opened. */
  private async link(attempt: sql.TransferRow, order: Payable): Promise<void> {
    const [fresh] = await rows<{ number: number }>(this.db, sql.freshNumber, [attempt.id]);
    if (!fresh) return;
    const page = `${env().STOREFRONT_URL}/thanh-toan/${order.code}`;
    const { amount, memo } = attempt;
    const opened = await this.payos.open({ number: fresh.number, amount, memo, until: order.payBy, page });
    const sealed = await sealText(opened.accountNumber, placeOf(attempt.id, order.order));
    const { bin, accountNumber, accountName, paymentLinkId, qrCode } = opened;
    await rows(this.db, sql.keepLink, [
      attempt.id,
      paymentLinkId,
      qrCode,
      bin,
      sealed,
      accountHash(accountNumber),
      accountName,
    ]);
  }

  private read(order: string): Promise<sql.TransferRow[]> {
    return rows<sql.TransferRow>(this.db, sql.attemptsOf, [order]);
  }

  private async view(one: sql.TransferRow): Promise<TransferToMake> {
    const { id, amount, received, memo, bank, accountSealed, accountName } = one;
    if (!bank || !accountSealed) throw new Problem('platform.outside-failed');
    const account = await unsealText(accountSealed, placeOf(id, one.order));
    const due = Math.max(0, amount - received);
    // What is left after a part has come needs a code of its own; payOS's own says the whole amount.
    const whole = one.qr !== null && received === 0 ? one.qr : undefined;
    return {
      id,
      producer: one.producer ? { id: one.producer, name: one.producerName ?? '' } : null,
      bank,
      account,
      accountName: accountName ?? '',
      amount,
      received,
      memo,
      qr: due === 0 ? null : (whole ?? vietQr({ bin: bank, account, amount: due, memo })),
      paid: one.state === 'paid',
    };
  }
}

interface Draft {
  id: string;
  producer: string | null;
  amount: number;
  holder: 'seller' | 'partner';
  bank: string | null;
  sealed: string | null;
  hash: string | null;
  name: string | null;
}

const placeOf = (attempt: string, order: string) => ({ table: 'payments.attempt', row: attempt, owner: order });

/** An account is known again by this, and nobody reads its number from it. */
export const accountHash = (number: string): string => hmac('bank-account', number.toUpperCase().replace(/\s/g, ''));
