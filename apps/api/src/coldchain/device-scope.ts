import { areaOf } from '@chophien/contracts';
import type { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';

/** The communes whose loggers someone looks after; undefined is all of them (operators). */
export const scopeOf = async (actor: Actor, communes: Communes): Promise<string[] | undefined> => {
  if (actor.kind === 'system' || actor.grants.some(({ role }) => role === 'operator')) return undefined;
  return communes.inArea(areaOf(actor, 'device.register'));
};
