import { type journeyPage, type orderPage, Problem, type QueryOf, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Coldchain } from '../coldchain/index.ts';
import { Communes } from '../communes/index.ts';
import { Lots } from '../lots/index.ts';
import { Ordering } from '../ordering/index.ts';
import { Clock } from '../platform/time.ts';

/** From this step on a parcel has something to tell to whoever scans its code. */
const packed = new Set(['packed', 'shipped', 'delivered', 'returned']);

/** What a buyer follows, and what anybody reads who scans the code on a parcel. */
@Injectable()
export class OrderPages {
  constructor(
    private readonly ordering: Ordering,
    private readonly coldchain: Coldchain,
    private readonly lots: Lots,
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  async order(code: string, proof: QueryOf<typeof orderPage>): Promise<ResultOf<typeof orderPage>> {
    const order = await this.ordering.page(code, proof);
    const { claims, claimable } = 'key' in proof ? await this.ordering.claimsOf(order) : { claims: [], claimable: [] };
    const { notes, writable } = 'key' in proof ? await this.ordering.notesOf(order) : { notes: [], writable: [] };
    const reviews = 'key' in proof ? await this.ordering.reviewsIn(order.id) : [];
    const temperatures = await this.coldchain.summary(order.parcels.map(({ id }) => id));
    return {
      order,
      claims,
      claimable,
      notes,
      reviews,
      writable,
      temperatures: [...temperatures].map(([parcel, summary]) => ({ parcel, summary })),
      journeys: order.parcels
        .filter(({ state }) => packed.has(state))
        .map(({ id, code: known }) => ({ parcel: id, code: known })),
    };
  }

  async journey(code: string): Promise<ResultOf<typeof journeyPage>> {
    const [journey, parcel] = await Promise.all([this.lots.journey(code), this.ordering.parcelByCode(code)]);
    if (!journey || !parcel) throw new Problem('lots.not-found');
    const [temperatures, cards, places] = await Promise.all([
      this.coldchain.summary([parcel.id]),
      this.catalogue.cards(journey.goods.map(({ offer }) => offer)),
      this.communes.many([journey.commune, ...journey.steps.flatMap(({ commune }) => commune ?? [])]),
    ]);
    const home = places.get(journey.commune);
    const pictures = new Map(cards.map(({ id, picture }) => [id, picture]));
    return {
      code: journey.code,
      producer: {
        name: parcel.producer.name,
        commune: home?.fullName ?? journey.commune,
        province: home?.province.name ?? '',
      },
      goods: await Promise.all(
        journey.goods.map(async ({ offer, commodity, ...goods }) => ({
          ...goods,
          commodity: (await this.catalogue.profile(commodity, this.clock.now()))?.name ?? goods.name,
          picture: pictures.get(offer) ?? null,
        })),
      ),
      steps: journey.steps.map(({ step, at, commune }) => ({
        step,
        at: at.toISOString(),
        place: (commune && places.get(commune)?.fullName) || null,
      })),
      state: parcel.state,
      held: parcel.held,
      temperature: temperatures.get(parcel.id) ?? null,
    };
  }
}
