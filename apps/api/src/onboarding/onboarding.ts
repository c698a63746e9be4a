import type { ApplicationView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { ApplicationQueries } from './application.queries.ts';

/** What pages may ask of onboarding. */
@Injectable()
export class Onboarding {
  constructor(private readonly applications: ApplicationQueries) {}

  /** A person's own applications, newest first. */
  mine(person: string): Promise<ApplicationView[]> {
    return this.applications.mine(person);
  }
}
