import { assessmentCommands } from './assessment/index.ts';
import { caseloadCommands } from './caseload/index.ts';
import { pictureCommands } from './catalogue/index.ts';
import { tasks } from './clock.ts';
import { identityCommands } from './identity/index.ts';
import { notificationsCommands } from './notifications/index.ts';
import { clockCommands } from './platform/clock.commands.ts';
import { commands as platform, type Command } from './platform/commands.ts';
import { housekeeping } from './platform/housekeeping.ts';
import { keyCommands } from './platform/keys.commands.ts';
import { sealedColumns } from './sealed-columns.ts';
import { searchCommands } from './search/index.ts';

/** What an operator can tell the house to do, each context's commands after the machinery's. */
export const commands: readonly Command[] = [
  ...platform,
  ...clockCommands([...housekeeping, ...tasks]),
  ...keyCommands(sealedColumns),
  ...identityCommands,
  ...caseloadCommands,
  ...pictureCommands,
  ...searchCommands,
  ...assessmentCommands,
  ...notificationsCommands,
];
