import type { Command } from '../platform/commands.ts';
import { RebuildFacts } from './rebuild-facts.ts';

export const assessmentCommands: readonly Command[] = [
  {
    name: 'assessment rebuild',
    help: "assessment rebuild                 the officials' numbers anew from all events; says what differed",
    run: async (app) => {
      const { events, facts, removed, added } = await app.get(RebuildFacts, { strict: false }).run();
      return `${events} events, ${facts} facts, ${removed} taken out, ${added} put in`;
    },
  },
];
