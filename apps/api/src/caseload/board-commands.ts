import type { Command } from '../platform/commands.ts';
import { RebuildBoard } from './board-rebuild.ts';

export const caseloadCommands: readonly Command[] = [
  {
    name: 'caseload rebuild',
    help: 'caseload rebuild                   the board of households anew; says how many rows differed',
    run: async (app) => {
      const { households, changed } = await app.get(RebuildBoard, { strict: false }).run();
      return `${households} households, ${changed} rows differed`;
    },
  },
  {
    name: 'caseload drift',
    help: 'caseload drift                     how many rows of the board differ from what is known, changing nothing',
    run: async (app) => {
      const { households, changed } = await app.get(RebuildBoard, { strict: false }).run({ only: 'look' });
      return `${households} households, ${changed} rows differ`;
    },
  },
];
