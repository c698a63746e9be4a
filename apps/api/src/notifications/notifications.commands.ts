import { vietnamDay } from '@chophien/kernel';
import { DataSource } from 'typeorm';
import type { Command } from '../platform/commands.ts';
import { rows } from '../platform/database.ts';
import { table } from '../platform/table.ts';
import { Clock } from '../platform/time.ts';
import { SetTemplate } from './set-template.ts';

export const notificationsCommands: readonly Command[] = [
  {
    name: 'template list',
    help: "template list                      Zalo's numbers of our texts, and since when",
    run: async (app) =>
      table(
        await rows(
          app.get(DataSource),
          'select kind, valid_from, template_id, source from notifications.template order by kind, valid_from desc',
        ),
      ),
  },
  {
    name: 'template set',
    help: 'template set KIND NUMBER [--from=DAY]  the number Zalo gave a text when it approved it',
    run: async (app, { words: [kind, template], options }) => {
      if (!kind || !template) throw new Error('KIND and NUMBER are missing');
      const from = options.from ?? vietnamDay(app.get(Clock).now());
      await app.get(SetTemplate, { strict: false }).run({ kind, template, from });
      return `${kind} is ${template} from ${from}`;
    },
  },
];
