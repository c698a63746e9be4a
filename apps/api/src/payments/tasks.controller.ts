import {
  askPaymentProvider,
  decidePayment,
  getPaymentTask,
  type InputOf,
  listPaymentTasks,
  type ResultOf,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AskProvider } from './ask-provider.ts';
import { DecidePayment } from './decide-payment.ts';
import { TaskQueries } from './task.queries.ts';

@Controller()
export class PaymentTasksController {
  constructor(
    private readonly tasks: TaskQueries,
    private readonly decide: DecidePayment,
    private readonly ask: AskProvider,
  ) {}

  @Serves(listPaymentTasks)
  listPaymentTasks(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listPaymentTasks>,
  ): Promise<ResultOf<typeof listPaymentTasks>> {
    return this.tasks.list(actor, query);
  }

  @Serves(getPaymentTask)
  getPaymentTask(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof getPaymentTask>,
  ): Promise<ResultOf<typeof getPaymentTask>> {
    return this.tasks.one(actor, params.id);
  }

  @Serves(decidePayment)
  decidePayment(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof decidePayment>,
  ): Promise<ResultOf<typeof decidePayment>> {
    return this.decide.run(actor, params.id, body);
  }

  @Serves(askPaymentProvider)
  askPaymentProvider(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof askPaymentProvider>,
  ): Promise<ResultOf<typeof askPaymentProvider>> {
    return this.ask.run(actor, params.id);
  }
}
