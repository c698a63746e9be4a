import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

const days = 60;
const most = 1_000;

/** Baskets nobody touched for 60 days are thrown away. */
@Injectable()
export class ExpireBaskets {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - days * 86_400_000);
    while ((await rows(this.db, forget, [before, most])).length === most);
  }
}

const forget = `delete from ordering.basket where key_hash in (
    select key_hash from ordering.basket where touched_at < $1 order by touched_at limit $2 for update skip locked
  ) returning 1`;
