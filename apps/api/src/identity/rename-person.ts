import type { MeView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { PersonQueries } from './person.queries.ts';

/** Says or changes the name of the one who asks. */
@Injectable()
export class RenamePerson {
  constructor(
    private readonly db: DataSource,
    private readonly people: PersonQueries,
  ) {}

  async run(actor: Actor, name: string): Promise<MeView> {
    await rows(this.db, 'update identity.person set name = $2 where id = $1', [actor.id, name]);
    return this.people.me(actor.id ?? '');
  }
}
