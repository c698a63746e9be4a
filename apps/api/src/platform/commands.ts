import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from './database.ts';
import { table } from './table.ts';

/** One command of `operate`: its words, what it does in one line, and how. Answers the text to print. */
export interface Command {
  /** `dead list` */
  name: string;
  /** `dead list [--listener=NAME]  what was given up, and why` */
  help: string;
  run(app: INestApplicationContext, given: { words: string[]; options: Record<string, string> }): Promise<string>;
}

export const commands: readonly Command[] = [
  {
    name: 'dead list',
    help: 'dead list [--listener=NAME]        what was given up, newest first, and why',
    run: async (app, { options }) =>
      table(
        await rows(
          app.get(DataSource),
          `select o.id, o.listener, e.type, o.subject, o.attempts, o.dead_at, left(o.last_error, 80) as why
           from platform.outbox o join platform.event e on e.id = o.event_id and e.at = o.event_at
           where o.dead_at is not null and ($1::text is null or o.listener = $1)
           order by o.dead_at desc limit 100`,
          [options.listener ?? null],
        ),
      ),
  },
  {
    name: 'dead show',
    help: 'dead show ID                       one of them whole, with its event',
    run: async (app, { words }) => {
      const [row] = await rows(
        app.get(DataSource),
        `select o.*, e.type, e.v, e.actor_kind, e.actor_id, e.data
         from platform.outbox o join platform.event e on e.id = o.event_id and e.at = o.event_at where o.id = $1::bigint`,
        [words[0] ?? null],
      );
      return row ? JSON.stringify(row, null, 2) : 'no such row';
    },
  },
  {
    name: 'dead replay',
    help: 'dead replay [ID] [--listener=NAME] tries again: one, all of one listener, or all',
    run: async (app, { words, options }) => {
      const again = await rows(
        app.get(DataSource),
        `update platform.outbox set dead_at = null, attempts = 0, offers = 0, due_at = now()
         where dead_at is not null and ($1::bigint is null or id = $1) and ($2::text is null or listener = $2)
         returning id`,
        [words[0] ?? null, options.listener ?? null],
      );
      return `${again.length} to be tried again`;
    },
  },
  {
    name: 'outbox lag',
    help: 'outbox lag                         what each listener still has to do, and since when',
    run: async (app) =>
      table(
        await rows(
          app.get(DataSource),
          `select listener, lane, count(*) filter (where dead_at is null) as waiting,
             round(extract(epoch from now() - min(event_at) filter (where dead_at is null)))::int as oldest_seconds,
             count(*) filter (where dead_at is not null) as dead
           from platform.outbox group by listener, lane order by 4 desc nulls last`,
        ),
      ),
  },
];
