import {
  confirmParcel,
  type done,
  getParcel,
  type InputOf,
  listParcels,
  packParcel,
  type ProducerParcel,
  refuseParcel,
  releaseParcel,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ConfirmParcel } from './confirm-parcel.ts';
import { OrderQueries, type ParcelPage } from './order.queries.ts';
import { PackParcel } from './pack-parcel.ts';
import { RefuseParcel } from './refuse-parcel.ts';
import { ReleaseParcel } from './release-parcel.ts';

/** The producer's side, and the officer's word about a parcel that got warm. */
@Controller()
export class ParcelsController {
  constructor(
    private readonly orders: OrderQueries,
    private readonly confirm: ConfirmParcel,
    private readonly refuse: RefuseParcel,
    private readonly pack: PackParcel,
    private readonly release: ReleaseParcel,
  ) {}

  @Serves(listParcels)
  listParcels(@Me() actor: Actor, @Input() { query }: InputOf<typeof listParcels>): Promise<ParcelPage> {
    return this.orders.listParcels(actor, query);
  }

  @Serves(getParcel)
  getParcel(@Me() actor: Actor, @Input() { params }: InputOf<typeof getParcel>): Promise<ProducerParcel> {
    return this.orders.getParcel(actor, params.id);
  }

  @Serves(confirmParcel)
  confirmParcel(@Me() actor: Actor, @Input() { params }: InputOf<typeof confirmParcel>): Promise<ProducerParcel> {
    return this.confirm.run(actor, params.id);
  }

  @Serves(refuseParcel)
  refuseParcel(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof refuseParcel>): Promise<ProducerParcel> {
    return this.refuse.run(actor, params.id, body);
  }

  @Serves(packParcel)
  packParcel(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof packParcel>): Promise<ProducerParcel> {
    return this.pack.run(actor, params.id, body);
  }

  @Serves(releaseParcel)
  releaseParcel(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof releaseParcel>): Promise<typeof done> {
    return this.release.run(actor, params.id, body);
  }
}
