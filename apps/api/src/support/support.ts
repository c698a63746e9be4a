import type { SupportRequest } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { SupportQueries } from './support.queries.ts';

/** What pages may ask of support. */
@Injectable()
export class Support {
  constructor(private readonly requests: SupportQueries) {}

  /** What somebody asked for, newest first. */
  askedBy(person: string): Promise<SupportRequest[]> {
    return this.requests.mine(person);
  }
}
