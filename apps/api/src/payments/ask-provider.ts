import { randomUUID } from 'node:crypto';
import { type askPaymentProvider, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { SettlePayment } from './settle-payment.ts';
import { taskOfArea } from './task.queries.ts';
import { Vnpay } from './vnpay.gateway.ts';

/** Asks VNPay once more about money under suspicion. Its word that it is good is taken like any other of its words. */
@Injectable()
export class AskProvider {
  constructor(
    private readonly db: DataSource,
    private readonly vnpay: Vnpay,
    private readonly settle: SettlePayment,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<ResultOf<typeof askPaymentProvider>> {
    const task = await taskOfArea(this.db, actor, id);
    if (task.kind !== 'suspected') throw new Problem('payments.wrong-decision');
    const [attempt] = await rows<{ txnRef: string; created: Date }>(
      this.db,
      `select a.txn_ref as "txnRef", a.created_at as created from payments.attempt a
       join payments.receipt r on r.attempt_id = a.id where r.id = $1 and a.provider = 'vnpay'`,
      [task.subject],
    );
    if (!attempt) throw new Problem('payments.wrong-decision');
    const requestId = randomUUID().replaceAll('-', '');
    const report = await this.vnpay.query({ ...attempt, requestId, now: this.clock.now() });
    if (report && !report.refund) await this.settle.run(report);
    const { closedAt } = await taskOfArea(this.db, actor, id);
    return { said: report?.transactionStatus ?? null, closed: closedAt !== null };
  }
}
