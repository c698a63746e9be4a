import { DataSource } from 'typeorm';
import type { Command } from '../platform/commands.ts';
import { rows } from '../platform/database.ts';

export const pictureCommands: readonly Command[] = [
  {
    name: 'pictures waiting',
    help: 'pictures waiting                   how many pictures have files still to be made; which were given up, and why',
    run: async (app) => {
      const all = await rows<{ hash: string; givenUp: boolean; failure: string | null }>(
        app.get(DataSource),
        'select hash, given_up as "givenUp", failure from catalogue.picture_work order by due_at',
      );
      const lost = all.filter(({ givenUp }) => givenUp);
      const lines = lost.map(({ hash, failure }) => `${hash}  ${failure ?? ''}`);
      return [`${all.length - lost.length} waiting, ${lost.length} given up`, ...lines].join('\n');
    },
  },
  {
    name: 'pictures again',
    help: 'pictures again                     has the files of pictures that were given up made again',
    run: async (app) => {
      const again = await rows(
        app.get(DataSource),
        `update catalogue.picture_work set given_up = false, tries = 0, due_at = now() where given_up returning hash`,
      );
      return `${again.length} pictures are made again`;
    },
  },
];
