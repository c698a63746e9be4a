import {
  approveMonthClose,
  askMonthClose,
  downloadWithholding,
  getMonth,
  getWithholding,
  type InputOf,
  listMonths,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CloseMonth } from './close-month.ts';
import { MonthQueries } from './month.queries.ts';
import { send, xlsx } from './send-file.ts';
import { withholdingFile } from './withholding-file.ts';

@Controller()
export class MonthsController {
  constructor(
    private readonly months: MonthQueries,
    private readonly close: CloseMonth,
  ) {}

  @Serves(listMonths)
  listMonths(@Me() actor: Actor) {
    return this.months.list(actor);
  }

  @Serves(getMonth)
  getMonth(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMonth>) {
    return this.months.one(actor, params);
  }

  @Serves(askMonthClose)
  askMonthClose(@Me() actor: Actor, @Input() { params }: InputOf<typeof askMonthClose>) {
    return this.close.ask(actor, params);
  }

  @Serves(approveMonthClose)
  approveMonthClose(@Me() actor: Actor, @Input() { params }: InputOf<typeof approveMonthClose>) {
    return this.close.approve(actor, params);
  }

  @Serves(getWithholding)
  getWithholding(@Me() actor: Actor, @Input() { params }: InputOf<typeof getWithholding>) {
    return this.months.withholding(actor, params);
  }

  @Serves(downloadWithholding)
  async downloadWithholding(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadWithholding>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = query.as === 'csv' ? 'text/csv; charset=utf-8' : xlsx;
    await send(reply, type, withholdingFile(await this.months.withholding(actor, params), query.as));
  }
}
