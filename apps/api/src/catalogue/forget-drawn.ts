import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { drawnKey } from './drawn.rules.ts';

/** How long what was drawn before is still shown as it was: in chats, on pages others keep. */
const keptDays = 30;
/** At one go; the rest is found by the next run. */
const most = 1_000;

/** Forgets drawings of what nobody sees any more, and those that were drawn anew a month ago. */
@Injectable()
export class ForgetDrawn {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptDays * 86_400_000);
    const old = await rows<{ file: string }>(this.db, forgotten, [before, most]);
    for (const { file } of old) {
      await this.storage.delete(drawnKey(file));
      await rows(this.db, 'delete from catalogue.drawn where file = $1', [file]);
    }
  }
}

const forgotten = `select file from catalogue.drawn where
    exists (select from catalogue.drawn later
      where later.subject = drawn.subject and later.kind = drawn.kind and later.at > drawn.at and later.at < $1)
    or not exists (
      select from catalogue.offer where offer.id = drawn.subject and visible
      union all
      select from catalogue.standing where standing.producer = drawn.subject and state = 'approved')
  order by at limit $2`;
