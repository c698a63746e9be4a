import { Problem, type ShipmentView, type StorageClass } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { ShipmentQueries } from './shipment.queries.ts';
import { type Fee, feeOn, type Place, zoneOf } from './shipment.rules.ts';

/** One box to be carried: from where, and how it must be kept. */
interface ParcelToCarry {
  producer: Place;
  storage: StorageClass;
}

/** Where things go: the commune's code and its name as written in an address, the province included. */
export interface Destination {
  commune: string;
  province: string;
  name: string;
}

/** What other contexts may ask of logistics. */
@Injectable()
export class Logistics {
  private read: { day: string; at: number; fees: Fee[] } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly shipments: ShipmentQueries,
    private readonly clock: Clock,
  ) {}

  /** Where a commune's code leads; one that is no commune (any more) is `logistics.no-route`. */
  async destination(commune: string): Promise<Destination> {
    const found = await this.communes.get(commune);
    if (!found) throw new Problem('logistics.no-route', { commune });
    return { commune: found.code, province: found.province.code, name: `${found.fullName}, ${found.province.name}` };
  }

  /** What carrying each parcel there costs in whole đồng, by the tariff of that day in Vietnam. */
  async quote(
    db: Tx | DataSource,
    { to, parcels }: { to: Place; parcels: readonly ParcelToCarry[] },
    at: Date,
  ): Promise<number[]> {
    const day = vietnamDay(at);
    const fees = await this.fees(db, day);
    return parcels.map(({ producer, storage }) => feeOn(fees, zoneOf(producer, to), storage, day));
  }

  /** The tariff of a day, read anew each minute: a new one is written days before it begins. */
  private async fees(db: Tx | DataSource, day: string): Promise<Fee[]> {
    const now = this.clock.now().getTime();
    if (this.read?.day !== day || Math.abs(now - this.read.at) >= minute) {
      this.read = { day, at: now, fees: await rows<Fee>(db, tariff, [day]) };
    }
    return this.read.fees;
  }

  /** The shipments of these parcels. */
  shipmentsOf(parcels: readonly string[]): Promise<ShipmentView[]> {
    return this.shipments.of(parcels);
  }

  shipment(id: string): Promise<ShipmentView | undefined> {
    return this.shipments.get(id);
  }
}

const minute = 60_000;

const tariff = `select distinct on (zone, storage) zone, storage, valid_from as "validFrom", fee
  from logistics.zone_fee where valid_from <= $1 order by zone, storage, valid_from desc`;
