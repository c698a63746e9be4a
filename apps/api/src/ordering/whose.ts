import type { Actor } from '../platform/actor.ts';

/** The producers in whose name this actor handles parcels. */
export const producersOf = (actor: Actor): string[] =>
  actor.grants.flatMap(({ role, producer }) => (role === 'producer' && producer ? [producer] : []));

/** The communes and provinces whose parcels this actor watches. */
export const areaOf = (actor: Actor): { communes: string[]; provinces: string[] } => ({
  communes: actor.grants.flatMap(({ role, commune }) => (role === 'commune-officer' && commune ? [commune] : [])),
  provinces: actor.grants.flatMap(({ role, province }) => (role === 'province-officer' && province ? [province] : [])),
});
