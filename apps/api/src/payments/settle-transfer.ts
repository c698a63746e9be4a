import { randomUUID } from 'node:crypto';
import { memoCodesIn } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { hmac } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { MatchTransfer } from './match-transfer.ts';
import { accountHash } from './start-transfers.ts';
import { openTask } from './tasks.ts';
import * as sql from './transfer.sql.ts';
import type { SeenTransfer } from './transfer-watcher.ts';

const day = 86_400_000;

/**
 * Takes what a watcher saw, once. Money with a code of ours is counted; money that may be an order's is a person's to match.
 * What else happens on a seller's own account is hers: only that it was seen is kept, not what it said.
 */
@Injectable()
export class SettleTransfer {
  constructor(
    private readonly db: DataSource,
    private readonly match: MatchTransfer,
    private readonly clock: Clock,
  ) {}

  run(seen: SeenTransfer): Promise<'known' | 'ignored' | 'unmatched' | 'matched'> {
    return inTx(this.db, async (tx) => {
      const hash = accountHash(seen.account);
      const codes = memoCodesIn(seen.content);
      const [attempt] =
        seen.incoming && seen.amount > 0 ? await rows<{ id: string }>(tx, sql.attemptOfCode, [codes]) : [];
      const ours = attempt && (await this.isSeenBy(tx, attempt.id, { hash, provider: seen.provider }));
      const provinces = ours ? [] : await this.likelyFor(tx, { seen, hash, codes });
      const state = ours || provinces ? 'unmatched' : 'ignored';
      const id = await this.keep(tx, seen, { hash, state });
      if (!id) return 'known';
      if (ours) {
        await this.matched(tx, { id, attempt: attempt.id, seen });
        return 'matched';
      }
      if (!provinces) return 'ignored';
      const { amount, content } = seen;
      const said = content.slice(0, 200) || null;
      const task = { kind: 'transfer-unmatched' as const, subject: id, orderId: null, orderCode: null };
      await openTask(tx, { ...task, provinces, amount, said, now: this.clock.now() });
      return 'unmatched';
    });
  }

  private async matched(
    tx: Tx,
    { id, attempt, seen }: { id: string; attempt: string; seen: SeenTransfer },
  ): Promise<void> {
    const { provider, reference, amount } = seen;
    const receipt = await this.match.run(tx, system(provider), { attempt, came: { provider, reference, amount } });
    await rows(tx, `update payments.transfer set state = 'matched', receipt_id = $2 where id = $1`, [id, receipt]);
  }

  private async keep(
    tx: Tx,
    seen: SeenTransfer,
    { hash, state }: { hash: string; state: 'unmatched' | 'ignored' },
  ): Promise<string | undefined> {
    if (seen.amount <= 0) return undefined;
    const content = state === 'ignored' ? null : seen.content.slice(0, 500);
    const { provider, id, amount, reference, at } = seen;
    const kept = [
      randomUUID(),
      provider,
      hmac('transfer', id),
      hash,
      amount,
      content,
      reference,
      at,
      this.clock.now(),
      state,
    ];
    const [inserted] = await rows<{ id: string }>(tx, sql.insertTransfer, kept);
    return inserted?.id;
  }

  /** Its account, as the one watcher sees it who watches it: two who saw the same money would count it twice. */
  private async isSeenBy(
    tx: Tx,
    attempt: string,
    { hash, provider }: { hash: string; provider: string },
  ): Promise<boolean> {
    const [found] = await rows(
      tx,
      `select 1 from payments.attempt where id = $1 and account_hash = $2 and (link is not null) = ($3 = 'payos')`,
      [attempt, hash, provider],
    );
    return found !== undefined;
  }

  /** Whose it may be: an account we wait at, and a code that is ours or the very amount of something open. */
  private async likelyFor(
    tx: Tx,
    { seen, hash, codes }: { seen: SeenTransfer; hash: string; codes: readonly string[] },
  ): Promise<string[] | undefined> {
    if (!seen.incoming || seen.amount <= 0) return undefined;
    const since = new Date(this.clock.now().getTime() - 30 * day);
    const [named] = await rows<{ provinces: string[] }>(tx, sql.provincesOfCode, [codes]);
    if (named) return named.provinces;
    const [found] = await rows<{ provinces: string[]; same: boolean }>(tx, sql.likelyFor, [hash, seen.amount, since]);
    return found && (codes.length > 0 || found.same) ? found.provinces : undefined;
  }
}
