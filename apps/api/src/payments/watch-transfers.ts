import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { Payos } from './payos.gateway.ts';
import { Sepay } from './sepay.gateway.ts';
import { SettleTransfer } from './settle-transfer.ts';
import type { Awaited, TransferWatcher } from './transfer-watcher.ts';

const hour = 3_600_000;

/** All calls of a watcher may get lost: while a transfer is waited for, or was until lately, it is asked what came in. */
@Injectable()
export class WatchTransfers {
  private readonly watchers: readonly TransferWatcher[];

  constructor(
    private readonly db: DataSource,
    private readonly settle: SettleTransfer,
    private readonly clock: Clock,
    sepay: Sepay,
    payos: Payos,
  ) {
    this.watchers = [sepay, payos];
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const awaited = await rows<Awaited & { created: Date }>(
      this.db,
      `select number, link, created_at as created from payments.attempt
       where provider = 'vietqr' and state = 'open' and created_at > $1 order by created_at limit 500`,
      [new Date(now.getTime() - 24 * hour)],
    );
    const [oldest] = awaited;
    if (!oldest) return;
    for (const watcher of this.watchers) {
      if (!watcher.works) continue;
      try {
        for (const seen of await watcher.ask({ since: oldest.created, awaited })) await this.settle.run(seen);
      } catch (error) {
        log.warn({ err: error, watcher: watcher.provider }, 'a watcher of accounts could not be asked');
      }
    }
  }
}
