import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** Someone has seen all she was told until now. */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ id }: Actor): Promise<{ unread: number }> {
    await rows(this.db, 'update notifications.message set read_at = $2 where person = $1 and read_at is null', [
      id,
      this.clock.now(),
    ]);
    return { unread: 0 };
  }
}
