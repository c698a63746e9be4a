import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { kilometres, type Point } from './distance.rules.ts';

/** How far the provinces lie from a place that a buyer names. */
@Injectable()
export class Distances {
  private reading: { day: string; seats: Promise<Map<string, Point>> } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
  ) {}

  /** Kilometres from a commune's or province's seat to each province's, its own first; undefined where none is named. */
  async from(place: string | undefined): Promise<Map<string, number> | undefined> {
    if (place === undefined) return undefined;
    const province = place.length === 2 ? place : (await this.communes.get(place))?.province.code;
    const seats = await this.seats();
    const here = province === undefined ? undefined : seats.get(province);
    if (!here) return undefined;
    return new Map([...seats].map(([code, seat]) => [code, code === province ? 0 : kilometres(here, seat)]));
  }

  private seats(): Promise<Map<string, Point>> {
    const day = vietnamDay(this.clock.now());
    if (this.reading?.day !== day) {
      const seats = this.read(day);
      this.reading = { day, seats };
      seats.catch(() => {
        this.reading = undefined;
      });
    }
    return this.reading.seats;
  }

  private async read(day: string): Promise<Map<string, Point>> {
    const found = await rows<Point & { province: string }>(
      this.db,
      `select distinct on (province) province, latitude, longitude from search.province_seat
       where valid_from <= $1::date order by province, valid_from desc`,
      [day],
    );
    return new Map(found.map((seat) => [seat.province, seat]));
  }
}
