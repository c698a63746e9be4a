import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** Those who run the house. The first is made by a command; further ones are appointed by them. */
@Injectable()
export class Operators {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the command may make one: the first, or one beside an operator whom whoever types it can name.
   * @throws Error in the words of a terminal
   */
  async mayBeMade(beside: string | undefined): Promise<void> {
    const known = await rows<{ name: string | null }>(
      this.db,
      `select distinct p.name from identity.access_grant g join identity.person p on p.id = g.person
       where g.role = 'operator' and p.suspended_at is null
         and g.valid_from <= $1 and (g.valid_until is null or g.valid_until > $1)`,
      [this.clock.now()],
    );
    if (known.length === 0) return;
    if (beside && known.some(({ name }) => name && fold(name) === fold(beside))) return;
    throw new Error('there is an operator, who can appoint another; if she cannot, name her with --beside=NAME');
  }
}
