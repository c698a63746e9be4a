import {
  claimTransfers,
  type InputOf,
  listPaymentWays,
  openTransfers,
  payosWebhook,
  type ResultOf,
  sepayWebhook,
} from '@chophien/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Serves } from '../platform/serves.ts';
import { ClaimTransfers } from './claim-transfers.ts';
import { PaymentWays } from './payment-ways.ts';
import { StartTransfers } from './start-transfers.ts';
import { ToldTransfers } from './told-transfers.ts';

@Controller()
export class TransfersController {
  constructor(
    private readonly ways: PaymentWays,
    private readonly start: StartTransfers,
    private readonly claim: ClaimTransfers,
    private readonly told: ToldTransfers,
  ) {}

  @Serves(listPaymentWays)
  listPaymentWays(@Input() { query }: InputOf<typeof listPaymentWays>): Promise<ResultOf<typeof listPaymentWays>> {
    return this.ways.for(query.producers);
  }

  @Serves(openTransfers)
  openTransfers(@Input() { params, body }: InputOf<typeof openTransfers>): Promise<ResultOf<typeof openTransfers>> {
    return this.start.run(params.code, body.key);
  }

  @Serves(claimTransfers)
  claimTransfers(@Input() { params, body }: InputOf<typeof claimTransfers>): Promise<ResultOf<typeof claimTransfers>> {
    return this.claim.run(params.code, body.key);
  }

  @Serves(sepayWebhook)
  sepayWebhook(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.told.by('sepay', request, reply);
  }

  @Serves(payosWebhook)
  payosWebhook(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.told.by('payos', request, reply);
  }
}
