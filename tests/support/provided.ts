/** What the global set-ups hand to the tests; `inject(name)` reads it. */
export interface Provided {
  /** A migrated database that nobody opens: it is only copied. */
  templateUrl: string;
  /** Where databases are made and dropped from. */
  maintenanceUrl: string;
  /** A Redis of this run alone; empty when the machine has no redis-server. */
  redisUrl: string;
  /** storefront, office, api, worker, sandbox: origins of the house that the journeys live in. */
  urls: Record<string, string>;
  /** The environment of its API. */
  houseEnv: Record<string, string>;
}

declare module 'vitest' {
  interface ProvidedContext extends Provided {}
}
