import { getBasket, type InputOf, quoteOrder, type QuoteView, setBasketLine } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { type Basket, BasketQueries } from './basket.queries.ts';
import { PriceOrder, quoteView } from './price-order.ts';
import { SetBasketLine } from './set-basket-line.ts';

@Controller()
export class BasketsController {
  constructor(
    private readonly baskets: BasketQueries,
    private readonly set: SetBasketLine,
    private readonly price: PriceOrder,
  ) {}

  @Serves(getBasket)
  getBasket(@Input() { params }: InputOf<typeof getBasket>): Promise<Basket> {
    return this.baskets.get(params.key);
  }

  @Serves(setBasketLine)
  setBasketLine(@Input() { params, body }: InputOf<typeof setBasketLine>): Promise<Basket> {
    return this.set.run(params.key, params.offer, body.quantity);
  }

  @Serves(quoteOrder)
  async quoteOrder(@Input() { body }: InputOf<typeof quoteOrder>): Promise<QuoteView> {
    return quoteView(await this.price.run(body));
  }
}
