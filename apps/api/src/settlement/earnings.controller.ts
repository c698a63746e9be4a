import {
  downloadMyStatement,
  downloadProducerStatement,
  getMySale,
  getMyStatement,
  getProducerStatement,
  getSettledSale,
  type InputOf,
  listMyStatements,
  type ProducerStatement,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { pdfOf } from '../platform/pdf.ts';
import { Input, Serves } from '../platform/serves.ts';
import { Clock } from '../platform/time.ts';
import { EarningsQueries } from './earnings.queries.ts';
import { send, xlsx } from './send-file.ts';
import { SettlementQueries } from './settlement.queries.ts';
import { statementPaper, statementSheet } from './statement-file.ts';

/** What a producer earned: for the accountant of her province, and for herself. */
@Controller()
export class EarningsController {
  constructor(
    private readonly earnings: EarningsQueries,
    private readonly books: SettlementQueries,
    private readonly clock: Clock,
  ) {}

  @Serves(getProducerStatement)
  getProducerStatement(@Me() actor: Actor, @Input() { params }: InputOf<typeof getProducerStatement>) {
    return this.earnings.statement(actor, params);
  }

  @Serves(downloadProducerStatement)
  async downloadProducerStatement(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadProducerStatement>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.file(reply, query.as, await this.earnings.statement(actor, params));
  }

  @Serves(getSettledSale)
  getSettledSale(@Me() actor: Actor, @Input() { params }: InputOf<typeof getSettledSale>) {
    return this.books.sale(actor, params.parcel);
  }

  @Serves(listMyStatements)
  listMyStatements(@Me() actor: Actor, @Input() { params }: InputOf<typeof listMyStatements>) {
    return this.earnings.months(actor, params.producer);
  }

  @Serves(getMyStatement)
  getMyStatement(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMyStatement>) {
    return this.earnings.mine(actor, params);
  }

  @Serves(downloadMyStatement)
  async downloadMyStatement(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadMyStatement>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.file(reply, query.as, await this.earnings.mine(actor, params));
  }

  @Serves(getMySale)
  getMySale(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMySale>) {
    return this.books.mySale(actor, params);
  }

  private async file(reply: FastifyReply, as: 'xlsx' | 'pdf', statement: ProducerStatement): Promise<void> {
    if (as === 'xlsx') return void (await send(reply, xlsx, statementSheet(statement)));
    const { name, printed } = statementPaper(statement, this.clock.now());
    await send(reply, 'application/pdf', { name, bytes: await pdfOf(printed) });
  }
}
