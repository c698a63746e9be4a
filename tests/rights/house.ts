import { randomUUID } from 'node:crypto';
import { delegable, type Grant, type Role, roleTable } from '@chophien/contracts';
import sharp from 'sharp';
import { contexts } from '../../apps/api/src/app.module.ts';
import { AdmitProducer } from '../../apps/api/src/catalogue/index.ts';
import { RegisterPerson } from '../../apps/api/src/identity/index.ts';
import { Onboarding } from '../../apps/api/src/onboarding/index.ts';
import { type Actor, system } from '../../apps/api/src/platform/actor.ts';
import { inTx } from '../../apps/api/src/platform/database.ts';
import type { Caller } from '../../apps/api/src/platform/rights-table.ts';
import { subscriptions } from '../../apps/api/src/subscriptions.ts';
import { PlaceOrder, PriceOrder } from '../../apps/api/src/ordering/index.ts';
import { guest, Trade } from '../support/trade.ts';

/** Three communes: two of one province, and one of another. */
export const places = {
  here: { commune: '07330', province: '24' },
  beside: { commune: '07246', province: '24' },
  away: { commune: '30076', province: '82' },
} as const;
export type Place = keyof typeof places;

/** What somebody has in one place. Everything was made through the acts, by its own people. */
export interface World {
  place: Place;
  commune: string;
  province: string;
  /** Nothing else in the house bears it: what shows it to a stranger is caught. */
  name: string;
  owner: Actor;
  producer: string;
  cooperative: string;
  offer: string;
  /** What the cooperative sells. */
  groupOffer: string;
  picture: string;
  parcel: string;
  held: string;
  heldCode: string;
}

let numbers = 0;

/** The whole house on a database of its own, where a token stands for whoever was given it. */
export class House {
  readonly trade: Trade;

  private constructor(trade: Trade) {
    this.trade = trade;
  }

  static async open(url: string): Promise<House> {
    const trade = await Trade.open(url, { imports: contexts, heard: subscriptions });
    return new House(trade);
  }

  /** A person of ours, known by a number of her own. */
  async known(name: string): Promise<string> {
    const phone = `+8497${String(++numbers).padStart(7, '0')}`;
    const { id } = await inTx(this.trade.db, (tx) =>
      this.trade.get(RegisterPerson).run(tx, system('test'), { phone, name }),
    );
    return id;
  }

  async holder(id: string, grants: readonly Grant[], kind: Actor['kind'] = 'person'): Promise<Actor> {
    const actor = this.trade.person(grants, kind);
    actor.id = id;
    actor.provedAt = this.trade.clock.now();
    return actor;
  }

  /** A caller who belongs to a world; a guest has no token. */
  async caller(caller: Caller, home: World): Promise<Actor | undefined> {
    if (caller === 'guest') return undefined;
    const id = await this.known(`Người gọi ${caller}`);
    if (caller === 'buyer') return this.holder(id, []);
    const { bearer } = roleTable[caller];
    const kind = bearer === 'key' ? (caller === 'device' ? 'device' : 'partner') : bearer;
    return this.holder(id, grantsOf(caller, home), kind);
  }

  async world(place: Place): Promise<World> {
    const { commune, province } = places[place];
    const name = `Hộ bí mật ${place}`;
    const person = await this.known(name);
    const [producer, cooperative] = [randomUUID(), randomUUID()];
    const enter = (id: string, kind: 'household' | 'cooperative', called: string) =>
      inTx(this.trade.db, async (tx) => {
        const entered = { id, kind, name: called, commune, how: 'self', owner: person } as const;
        await this.trade.get(Onboarding).start(tx, { ...system('test'), kind: 'person', id: person }, entered);
      });
    await enter(producer, 'household', name);
    await enter(cooperative, 'cooperative', `HTX bí mật ${place}`);
    const owner = await this.holder(person, [
      { role: 'producer', producer },
      { role: 'cooperative-manager', producer: cooperative },
    ]);
    await this.admit(producer, { name, kind: 'household', commune, province, person });
    await this.admit(cooperative, { name: `HTX bí mật ${place}`, kind: 'cooperative', commune, province, person });
    const seller = await this.holder(person, [{ role: 'producer', producer }]);
    const offer = await this.trade.listing({ producer: seller, quantity: 50_000 });
    const manager = await this.holder(person, [{ role: 'cooperative-manager', producer: cooperative }]);
    const groupOffer = await this.trade.listing({ producer: manager, quantity: 50_000 });
    const [parcel, held] = [await this.parcel(offer, commune), await this.parcel(offer, commune)];
    const picture = randomUUID();
    return {
      place,
      commune,
      province,
      name,
      owner,
      producer,
      cooperative,
      offer,
      groupOffer,
      picture,
      parcel: parcel.id,
      held: held.id,
      heldCode: held.code,
    };
  }

  private async admit(producer: string, { name, kind, commune, province, person }: Admitted): Promise<void> {
    const seller = {
      producer,
      producerName: name,
      producerKind: kind,
      commune,
      province,
      subArea: null,
    } as const;
    await this.trade.hears(AdmitProducer, 'producer.approved', producer, {
      ...seller,
      crops: ['lychee'],
      applicant: person,
    });
    await this.trade.hears(AdmitProducer, 'producer.activated', producer, { commune, applicant: person });
  }

  private async parcel(offer: string, commune: string): Promise<{ id: string; code: string }> {
    const lines = [{ offer, quantity: 1_000 }];
    const order = await this.trade.order(lines);
    const { total } = await this.trade.get(PriceOrder).run({ lines, commune });
    const placed = await this.trade
      .get(PlaceOrder)
      .run(guest, { ...order, total, deliverTo: { ...order.deliverTo, commune } });
    const [parcel] = placed.parcels;
    if (!parcel) throw new Error('an order without a parcel');
    return parcel;
  }
}

interface Admitted {
  name: string;
  kind: 'household' | 'cooperative';
  commune: string;
  province: string;
  person: string;
}

/** What a caller of a role holds who belongs to a world. */
export const grantsOf = (role: Role, { commune, province, producer, cooperative }: World): Grant[] => {
  switch (roleTable[role].scope) {
    case 'producer':
      return [producer, cooperative].map((id) => ({
        role,
        producer: id,
        ...(role === 'delegate' ? { rights: delegable } : {}),
      }));
    case 'commune':
      return [{ role, commune }];
    case 'province':
      return [{ role, province }];
    case 'country':
      return [{ role }];
  }
};

/** A small photograph. */
export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#6a8' } })
    .jpeg()
    .toBuffer();
