import { type InputOf, journeyPage, orderPage } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { OrderPages } from './order.pages.ts';

@Controller()
export class OrderPagesController {
  constructor(private readonly pages: OrderPages) {}

  @Serves(orderPage)
  order(@Input() { params, query }: InputOf<typeof orderPage>) {
    return this.pages.order(params.code, query);
  }

  @Serves(journeyPage)
  journey(@Input() { params }: InputOf<typeof journeyPage>) {
    return this.pages.journey(params.code);
  }
}
