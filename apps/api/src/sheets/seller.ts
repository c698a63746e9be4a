import { producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Colleagues } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { GoodsSheet } from './sheet.entity.ts';

/** In whose name the work on a sheet goes on while nobody waits for it. */
@Injectable()
export class Seller {
  constructor(
    private readonly db: DataSource,
    private readonly colleagues: Colleagues,
  ) {}

  /**
   * Who asked for it, with what she may do for this producer now and not when she asked; undefined when she may no longer sell
   * for it.
   */
  async of({ enteredBy, createdBy, producer }: GoodsSheet): Promise<Actor | undefined> {
    const found = await this.colleagues.actor(this.db, enteredBy ?? createdBy);
    const actor = found && { ...found, grants: found.grants.filter((grant) => grant.producer === producer) };
    return actor && producersOf(actor, 'listing.publish').includes(producer) ? actor : undefined;
  }

  names(people: readonly (string | null)[]): Promise<Map<string, string | null>> {
    return this.colleagues.names(this.db, people);
  }
}
