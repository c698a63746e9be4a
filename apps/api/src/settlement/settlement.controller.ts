import {
  approvePayouts,
  downloadPayoutFile,
  getPayout,
  getSettlement,
  type InputOf,
  listPayouts,
  makePayouts,
  settlePayout,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { PayoutQueries } from './payout.queries.ts';
import { Payouts } from './payouts.ts';
import { send, xlsx } from './send-file.ts';
import { SettlementQueries } from './settlement.queries.ts';

@Controller()
export class SettlementController {
  constructor(
    private readonly books: SettlementQueries,
    private readonly payouts: PayoutQueries,
    private readonly pay: Payouts,
  ) {}

  @Serves(getSettlement)
  getSettlement(@Me() actor: Actor, @Input() { query }: InputOf<typeof getSettlement>) {
    return this.books.overview(actor, query);
  }

  @Serves(listPayouts)
  listPayouts(@Me() actor: Actor, @Input() { query }: InputOf<typeof listPayouts>) {
    return this.payouts.list(actor, query);
  }

  @Serves(makePayouts)
  async makePayouts(@Me() actor: Actor, @Input() { body }: InputOf<typeof makePayouts>) {
    await this.pay.make(actor, body.id);
    return this.payouts.one(actor, body.id);
  }

  @Serves(getPayout)
  getPayout(@Me() actor: Actor, @Input() { params }: InputOf<typeof getPayout>) {
    return this.payouts.one(actor, params.id);
  }

  @Serves(approvePayouts)
  approvePayouts(@Me() actor: Actor, @Input() { params }: InputOf<typeof approvePayouts>) {
    return this.pay.approve(actor, params.id);
  }

  @Serves(downloadPayoutFile)
  async downloadPayoutFile(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadPayoutFile>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, xlsx, await this.payouts.file(actor, params.id, query.layout));
  }

  @Serves(settlePayout)
  settlePayout(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof settlePayout>) {
    return this.pay.settle(actor, params, body);
  }
}
