import { deliverParcel, dispatchParcel, failDelivery, type InputOf, type ShipmentView } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { DeliverParcel } from './deliver-parcel.ts';
import { DispatchParcel } from './dispatch-parcel.ts';
import { FailDelivery } from './fail-delivery.ts';

@Controller()
export class ShipmentsController {
  constructor(
    private readonly dispatch: DispatchParcel,
    private readonly deliver: DeliverParcel,
    private readonly fail: FailDelivery,
  ) {}

  @Serves(dispatchParcel)
  dispatchParcel(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof dispatchParcel>): Promise<ShipmentView> {
    return this.dispatch.run(actor, params.id, body);
  }

  @Serves(deliverParcel)
  deliverParcel(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof deliverParcel>): Promise<ShipmentView> {
    return this.deliver.run(actor, params.id, body);
  }

  @Serves(failDelivery)
  failDelivery(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof failDelivery>): Promise<ShipmentView> {
    return this.fail.run(actor, params.id, body);
  }
}
