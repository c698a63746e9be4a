import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { Payos } from './payos.gateway.ts';
import { Sepay } from './sepay.gateway.ts';
import { SettleTransfer } from './settle-transfer.ts';
import type { TransferWatcher } from './transfer-watcher.ts';

/** Calls of the watchers. Any 2xx ends their calling; whatever we could not write down, they tell again. */
@Injectable()
export class ToldTransfers {
  private readonly watchers: Record<'sepay' | 'payos', TransferWatcher>;

  constructor(
    private readonly settle: SettleTransfer,
    private readonly clock: Clock,
    sepay: Sepay,
    payos: Payos,
  ) {
    this.watchers = { sepay, payos };
  }

  async by(provider: 'sepay' | 'payos', request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const raw = request.rawBody;
    const { headers } = request;
    const seen = raw && this.watchers[provider].read({ raw, headers, now: this.clock.now() });
    const status = seen ? await this.take(seen) : 401;
    log.info({ provider, status, from: request.ip }, 'a watcher told of a transfer');
    await reply.status(status).send({ success: status === 200 });
  }

  private async take(seen: Parameters<SettleTransfer['run']>[0][]): Promise<200 | 500> {
    try {
      for (const one of seen) await this.settle.run(one);
      return 200;
    } catch (error) {
      log.error({ err: error }, 'a transfer could not be recorded');
      return 500;
    }
  }
}
