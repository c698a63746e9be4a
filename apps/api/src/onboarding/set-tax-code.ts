import { type ApplicationDetail, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { isOpen } from './application.rules.ts';
import { lockOwn } from './lock-application.ts';
import { clearRemarks } from './open-remarks.ts';
import { isTaxCode } from './tax-code.rules.ts';
import { Weigh } from './weigh.ts';

/** Keeps the tax code. The same again is nothing. */
@Injectable()
export class SetTaxCode {
  constructor(
    private readonly db: DataSource,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.invalid-input naming taxCode when its check digit is wrong */
  async run(actor: Actor, id: string, code: string): Promise<z.input<typeof ApplicationDetail>> {
    if (!isTaxCode(code)) {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'taxCode', rule: 'check-digit', message: 'a tax code whose check digit is right' }],
      });
    }
    const taxCode = code.replace(/^(\d{10})-?(\d{3})$/, '$1-$2');
    await inTx(this.db, async (tx) => {
      const application = await lockOwn(tx, actor, id, 'producer.prepare');
      const { status, commune } = application;
      if (!isOpen(status)) throw new Problem('onboarding.illegal-step', { from: status, to: status });
      if (application.taxCode === taxCode) return;
      await tx.query('update onboarding.application set tax_code = $2 where id = $1', [id, taxCode]);
      await clearRemarks(tx, id, ['tax-code'], this.clock.now());
      await record(tx, actor, 'application.answered', id, { producer: id, commune, items: ['tax-code'] });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }
}
