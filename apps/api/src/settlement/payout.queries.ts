import { areaOf, type getPayout, type listPayouts, type QueryOf, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { xlsxOf } from '../platform/spreadsheet/write.ts';
import { type Layout, layouts } from './payout-file.rules.ts';
import * as sql from './payout.sql.ts';
import { notFound } from './payouts.ts';

const pageSize = 20;

interface BatchRow {
  id: string;
  state: 'made' | 'approved' | 'dropped';
  madeAt: Date;
  madeBy: string;
  approvedAt: Date | null;
  payouts: number;
  amount: number;
  open: number;
}
interface LineRow {
  id: string;
  producer: string;
  name: string;
  amount: number;
  state: 'waiting' | 'paid' | 'returned';
  reference: string | null;
  settledAt: Date | null;
  sales: number;
}

/** Payouts, and the files that instruct the partner's bank. */
@Injectable()
export class PayoutQueries {
  constructor(
    private readonly db: DataSource,
    private readonly onboarding: Onboarding,
  ) {}

  async list(actor: Actor, { page }: QueryOf<typeof listPayouts>): Promise<ResultOf<typeof listPayouts>> {
    const { provinces } = areaOf(actor, 'payout.make');
    const found = await rows<BatchRow>(this.db, sql.batches, [provinces, pageSize + 1, (page - 1) * pageSize]);
    return { items: found.slice(0, pageSize).map((one) => viewOf(one, actor)), page, more: found.length > pageSize };
  }

  async one(actor: Actor, id: string): Promise<ResultOf<typeof getPayout>> {
    const batch = await this.found(actor, id);
    const lines = await rows<LineRow>(this.db, sql.linesOfBatch, [id]);
    return {
      ...viewOf(batch, actor),
      lines: lines.map(({ producer, name, settledAt, ...line }) => ({
        ...line,
        producer: { id: producer, name },
        settledAt: settledAt?.toISOString() ?? null,
      })),
    };
  }

  /** What still waits, in the bank's own columns. Whose accounts are in it is noted. */
  async file(actor: Actor, id: string, layout: Layout): Promise<{ name: string; bytes: Buffer }> {
    const batch = await this.found(actor, id);
    if (batch.state !== 'approved') throw notFound();
    const waiting = (await rows<LineRow>(this.db, sql.linesOfBatch, [id])).filter(({ state }) => state === 'waiting');
    const producers = waiting.map(({ producer }) => producer);
    await inTx(this.db, (tx) => looked(tx, actor, producers, 'payout.make'));
    const accounts = await this.onboarding.payoutAccounts(producers);
    const lines = waiting.flatMap(({ id: line, producer, amount }) => {
      const account = accounts.get(producer); // frozen since: it stays for the next file
      return account ? [{ ...account, amount, memo: `CHOPHIEN ${line.slice(0, 8).toUpperCase()}` }] : [];
    });
    const { heads, row } = layouts[layout];
    return { name: `chi-tra-${id.slice(0, 8)}-${layout}.xlsx`, bytes: xlsxOf('Chi trả', [heads, ...lines.map(row)]) };
  }

  private async found(actor: Actor, id: string): Promise<BatchRow> {
    const [batch] = await rows<BatchRow>(this.db, sql.batchById, [id, areaOf(actor, 'payout.make').provinces]);
    if (!batch) throw notFound();
    return batch;
  }
}

const viewOf = ({ madeAt, madeBy, approvedAt, ...batch }: BatchRow, actor: Actor) => ({
  ...batch,
  madeAt: madeAt.toISOString(),
  mine: madeBy === actor.id,
  approvedAt: approvedAt?.toISOString() ?? null,
});
