import type { listPaymentWays, ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Onboarding } from '../onboarding/index.ts';
import { Clock } from '../platform/time.ts';
import { holdersAt } from './holding.ts';
import { Payos } from './payos.gateway.ts';

/** How an order with these sellers can be paid today: a transfer needs an account of each, or a partner's. */
@Injectable()
export class PaymentWays {
  constructor(
    private readonly db: DataSource,
    private readonly onboarding: Onboarding,
    private readonly payos: Payos,
    private readonly clock: Clock,
  ) {}

  async for(producers: readonly string[]): Promise<ResultOf<typeof listPaymentWays>> {
    const holders = await holdersAt(this.db, this.clock.now());
    const transfer = holders.get('vietqr') ?? 'seller';
    const able =
      transfer === 'seller'
        ? (await this.onboarding.payoutAccounts(producers)).size === new Set(producers).size
        : this.payos.works;
    return {
      items: [
        { method: 'cod', possible: true, holder: holders.get('cod') ?? 'carrier' },
        { method: 'vnpay', possible: true, holder: holders.get('vnpay') ?? 'partner' },
        { method: 'vietqr', possible: able, holder: transfer },
      ],
    };
  }
}
