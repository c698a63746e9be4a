import { cancelOrder, getOrder, type InputOf, type OrderView, placeOrder } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CancelOrder } from './cancel-order.ts';
import { OrderQueries, type TrackedOrder } from './order.queries.ts';
import { PlaceOrder } from './place-order.ts';

/** The buyer's side. */
@Controller()
export class OrdersController {
  constructor(
    private readonly place: PlaceOrder,
    private readonly cancel: CancelOrder,
    private readonly orders: OrderQueries,
  ) {}

  @Serves(placeOrder)
  placeOrder(@Me() actor: Actor, @Input() { body }: InputOf<typeof placeOrder>): Promise<OrderView> {
    return this.place.run(actor, body);
  }

  @Serves(getOrder)
  getOrder(@Input() { params, query }: InputOf<typeof getOrder>): Promise<TrackedOrder> {
    return this.orders.track(params.code, query);
  }

  @Serves(cancelOrder)
  cancelOrder(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof cancelOrder>): Promise<OrderView> {
    return this.cancel.run(actor, params.code, body.key);
  }
}
