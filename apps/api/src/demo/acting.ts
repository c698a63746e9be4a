import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant } from '@chophien/contracts';
import { type Actor, system } from '../platform/actor.ts';

/** An id that follows from its name (UUID version 8), so that doing it again finds what is there. */
export const demoId = (name: string): string => {
  const hex = createHash('sha256').update(`cho-phien demonstration ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A person or official of the demonstration, as the acts know her. */
export const acting = (kind: Actor['kind'], id: string, grants: Grant[]): Actor => ({
  ...system('demonstration'),
  kind,
  id,
  grants,
});

/** Asks again until it is so: what listeners do follows a moment later. */
export const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo()) return;
    await sleep(200);
  }
  throw new Error(`waited in vain: ${what}; is the worker running?`);
};
