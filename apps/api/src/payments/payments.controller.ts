import { type InputOf, type ResultOf, readReturn, startPayment, vnpayIpn } from '@chophien/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { log } from '../platform/log.ts';
import { Input, Serves } from '../platform/serves.ts';
import { PaymentQueries } from './payment.queries.ts';
import { SettlePayment, type Settlement } from './settle-payment.ts';
import { StartPayment } from './start-payment.ts';
import { Vnpay } from './vnpay.gateway.ts';

/** VNPay calls again on 01, 04, 97 and 99, and stops on 00 and 02: a failed payment that we recorded is 00. */
const answers: Record<Settlement | 'unsigned' | 'failed', { RspCode: string; Message: string }> = {
  unsigned: { RspCode: '97', Message: 'Invalid signature' },
  unknown: { RspCode: '01', Message: 'Order not found' },
  'amount-differs': { RspCode: '04', Message: 'Invalid amount' },
  'already-final': { RspCode: '02', Message: 'Order already confirmed' },
  recorded: { RspCode: '00', Message: 'Confirm Success' },
  failed: { RspCode: '99', Message: 'Unknown error' },
};

@Controller()
export class PaymentsController {
  constructor(
    private readonly start: StartPayment,
    private readonly settle: SettlePayment,
    private readonly payments: PaymentQueries,
    private readonly vnpay: Vnpay,
  ) {}

  @Serves(startPayment)
  startPayment(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof startPayment>,
  ): Promise<ResultOf<typeof startPayment>> {
    return this.start.run(actor, params.code, body);
  }

  @Serves(readReturn)
  readReturn(@Input() { query }: InputOf<typeof readReturn>): Promise<ResultOf<typeof readReturn>> {
    return this.payments.returned(query);
  }

  @Serves(vnpayIpn)
  async vnpayIpn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const report = this.vnpay.read(request.query as Record<string, unknown>);
    const settlement = report
      ? await this.settle.run(report).catch((error: unknown) => {
          log.error({ err: error, txnRef: report.txnRef }, 'a notification of VNPay could not be recorded');
          return 'failed' as const;
        })
      : 'unsigned';
    log.info({ txnRef: report?.txnRef, settlement, from: request.ip }, 'notification of VNPay');
    await reply
      .status(200)
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify(answers[settlement]));
  }
}
