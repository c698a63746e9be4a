import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import type { Step } from './trace.ts';

/** What is in a parcel, where it came from, and what happened to it. */
export interface Journey {
  parcel: string;
  code: string;
  producer: string;
  /** The producer's commune when it was packed. */
  commune: string;
  /** `lot` is the lot's code. */
  goods: { name: string; commodity: string; lot: string; harvestedOn: string; offer: string }[];
  /** In order of time; `commune` is null where the place is not told. */
  steps: { step: Step; at: Date; commune: string | null }[];
}

/** What other contexts may ask of lots. */
@Injectable()
export class Lots {
  constructor(private readonly db: DataSource) {}

  /** The journey of a parcel by its code; undefined when nothing was packed under it. */
  async journey(code: string): Promise<Journey | undefined> {
    const found = await rows<Journey['goods'][number] & Pick<Journey, 'parcel' | 'producer' | 'commune'>>(
      this.db,
      `select parcel, producer, commune, parcel_lot.name, commodity, lot.code as lot,
              harvested_on as "harvestedOn", offer
       from lots.parcel_lot join lots.lot on lot.id = parcel_lot.lot
       where parcel_code = $1 order by parcel_lot.name, offer`,
      [code],
    );
    const [first] = found;
    if (!first) return undefined;
    const { parcel, producer, commune } = first;
    const goods = found.map(({ name, commodity, lot, harvestedOn, offer }) => ({
      name,
      commodity,
      lot,
      harvestedOn,
      offer,
    }));
    return { parcel, code, producer, commune, goods, steps: await this.steps(parcel) };
  }

  private steps(parcel: string): Promise<Journey['steps']> {
    return rows(
      this.db,
      `select step, at, commune from lots.trace_event where parcel = $1
       order by at, case step when 'harvested' then 0 when 'packed' then 1 else 2 end, id`,
      [parcel],
    );
  }
}
