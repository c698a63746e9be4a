import type { Command } from '../platform/commands.ts';
import { RebuildIndex } from './rebuild-index.ts';

export const searchCommands: readonly Command[] = [
  {
    name: 'search rebuild',
    help: 'search rebuild                     the search index anew from the catalogue; the old one answers meanwhile',
    run: async (app) => `${await app.get(RebuildIndex, { strict: false }).run()} listings in the index`,
  },
];
