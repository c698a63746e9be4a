import type { DataRequest, SupportRequest } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { DataRequests } from './data-requests.ts';
import { SupportQueries } from './support.queries.ts';
import { type RequestsWaiting, WaitingRequests } from './waiting.queries.ts';

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
}
