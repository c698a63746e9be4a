import { type listWatchedParcels, type ResultOf, type watchParcel, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Coldchain } from '../coldchain/index.ts';
import { Communes } from '../communes/index.ts';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Parcels under way as officials watch them: no buyer in sight. */
@Injectable()
export class WatchPages {
  constructor(
    private readonly ordering: Ordering,
    private readonly coldchain: Coldchain,
    private readonly communes: Communes,
  ) {}

  async list(actor: Actor): Promise<ResultOf<typeof listWatchedParcels>> {
    const parcels = await this.ordering.watchList(await this.communes.inArea(areaOf(actor, 'parcel.watch')));
    const last = await this.coldchain.last(parcels.map(({ id }) => id));
    return {
      items: parcels.map((parcel) => ({
        id: parcel.id,
        code: parcel.code,
        producer: parcel.producer.name,
        commune: parcel.producer.commune,
        storage: parcel.storage,
        state: parcel.state,
        held: parcel.held,
        holdReason: parcel.holdReason,
        lastCelsius: last.get(parcel.id)?.celsius ?? null,
        lastReadingAt: iso(last.get(parcel.id)?.at ?? null),
        dispatchedAt: iso(parcel.shippedAt),
      })),
    };
  }

  async one(actor: Actor, code: string): Promise<ResultOf<typeof watchParcel>> {
    const parcel = await this.ordering.watched(code, await this.communes.inArea(areaOf(actor, 'parcel.watch')));
    return {
      id: parcel.id,
      code: parcel.code,
      producer: parcel.producer.name,
      commune: parcel.producer.commune,
      storage: parcel.storage,
      state: parcel.state,
      held: parcel.held,
      holdReason: parcel.holdReason,
      goods: parcel.lines.map(({ name, quantity, unit }) => ({ name, quantity, unit })),
      confirmedAt: iso(parcel.confirmedAt),
      packedAt: iso(parcel.packedAt),
      shippedAt: iso(parcel.shippedAt),
      deliveredAt: iso(parcel.deliveredAt),
      temperature: await this.coldchain.trace(parcel.id),
    };
  }
}
