import type { CommodityView, StorageClass } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { storageOf } from './commodity.rules.ts';

/** How one kind of produce is kept, as held on a day. */
export interface Profile {
  name: string;
  category: string;
  storage: StorageClass;
  /** °C; null where no source gives a limit. */
  minimumCelsius: number | null;
  maximumCelsius: number | null;
  shelfLifeDays: number | null;
}

@Injectable()
export class CommodityQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The profile in force at an instant; undefined for what cannot be sold. */
  async profile(commodity: string, at: Date, db: DataSource | Tx = this.db): Promise<Profile | undefined> {
    const [row] = await rows<Omit<Profile, 'storage'>>(
      db,
      `select name, category, minimum_celsius as "minimumCelsius", maximum_celsius as "maximumCelsius",
              shelf_life_days as "shelfLifeDays"
       from catalogue.commodity_profile where commodity = $1 and valid_from <= $2::date
       order by valid_from desc limit 1`,
      [commodity, vietnamDay(at)],
    );
    return row && { ...row, storage: storageOf(row.maximumCelsius) };
  }

  /** Every kind of produce, as it is held today. */
  async commodities(): Promise<z.input<typeof CommodityView>[]> {
    const found = await rows<Omit<z.input<typeof CommodityView>, 'storage'>>(
      this.db,
      `select distinct on (category.position, profile.name, commodity)
              commodity as id, profile.name, name_english as "nameEnglish", category,
              minimum_celsius as "minimumCelsius", maximum_celsius as "maximumCelsius",
              humidity_minimum as "humidityMinimum", humidity_maximum as "humidityMaximum",
              shelf_life_days as "shelfLifeDays", chilling_injury_below_celsius as "chillingInjuryBelowCelsius",
              confidence, source, valid_from as "validFrom"
       from catalogue.commodity_profile profile join catalogue.category on category.id = category
       where valid_from <= $1::date
       order by category.position, profile.name, commodity, valid_from desc`,
      [vietnamDay(this.clock.now())],
    );
    return found.map((row) => ({ ...row, storage: storageOf(row.maximumCelsius) }));
  }
}
