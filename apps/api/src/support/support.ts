import type { DataRequest, SupportRequest } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { DataRequests } from './data-requests.ts';
import { SupportQueries } from './support.queries.ts';
import { type RequestsWaiting, WaitingRequests } from './waiting.queries.ts';
import { endOfWorkingDay } from './working-days.rules.ts';

/** What pages may ask of support. */
@Injectable()
export class Support {
  constructor(
    private readonly requests: SupportQueries,
    private readonly data: DataRequests,
    private readonly waits: WaitingRequests,
  ) {}

  /** What somebody asked for, newest first. */
  askedBy(person: string): Promise<SupportRequest[]> {
    return this.requests.mine(person);
  }

  /** What somebody asked about the own data. */
  dataRequestsOf(person: string): Promise<DataRequest[]> {
    return this.data.mine(person);
  }

  /** How many requests wait in an official's area. */
  waiting(actor: Actor): Promise<RequestsWaiting> {
    return this.waits.of(actor);
  }

  /** The last instant of the day that is so many working days after a day (`YYYY-MM-DD`), by the holidays known. */
  async endOfWorkingDay(db: DataSource | Tx, day: string, count: number): Promise<Date> {
    const off = await rows<{ day: string }>(db, 'select day::text as day from support.holiday where day > $1::date', [
      day,
    ]);
    return endOfWorkingDay(day, count, new Set(off.map((one) => one.day)));
  }
}
