import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/index.ts';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { registry } from '../platform/metrics.ts';
import { dirty } from './dirty.ts';
import { Documents } from './documents.ts';
import { DrainIndex } from './drain-index.ts';
import { Engines } from './engines.ts';
import type { SearchEngine } from './search-engine.ts';

const drift = new Counter({
  name: 'chophien_search_drift_total',
  help: 'Listings that an index held otherwise than the catalogue, by how',
  labelNames: ['engine', 'how'],
  registers: [registry],
});

/** Listings compared in one round. */
const slice = 1_000;

type Kind = 'missing' | 'stale' | 'extra';

/** Compares the indexes with the catalogue, slice after slice, round and round; says what differed, and has it written anew. */
@Injectable()
export class CheckIndex {
  // oxlint-disable-next-line eslint/max-params -- both sides of the comparison, and who mends
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly documents: Documents,
    private readonly engines: Engines,
    private readonly drain: DrainIndex,
  ) {}

  /** One slice; answers how many listings differed. */
  async run(): Promise<void> {
    await this.slice();
  }

  async slice(): Promise<number> {
    const [state] = await rows<{ checked: string | null }>(this.db, 'select checked from search.state');
    const ids = await this.catalogue.allIds(state?.checked ?? null, slice);
    const last = ids.length < slice ? null : (ids.at(-1) as string);
    const [truth, extra] = await Promise.all([this.documents.of(ids), this.between(state?.checked ?? null, last)]);
    const wanted = new Map(truth.map(({ id, digest }) => [id, digest]));
    let found = 0;
    for (const engine of this.engines.all) found += await this.compare(engine, wanted, extra);
    await rows(this.db, 'update search.state set checked = $1', [last]);
    if (found > 0) this.drain.soon();
    return found;
  }

  /** What PostgreSQL's index shows in this slice, to find what the catalogue no longer has. */
  private async between(after: string | null, last: string | null): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.db,
      `select id from search.document where shown and ($1::uuid is null or id > $1) and ($2::uuid is null or id <= $2)`,
      [after, last],
    );
    return found.map(({ id }) => id);
  }

  private async compare(
    engine: SearchEngine,
    wanted: ReadonlyMap<string, string>,
    shown: readonly string[],
  ): Promise<number> {
    try {
      const held = await engine.held([...wanted.keys()]);
      const differing = new Map<string, Kind>();
      for (const [id, digest] of wanted) {
        if (!held.has(id)) differing.set(id, 'missing');
        else if (held.get(id) !== digest) differing.set(id, 'stale');
      }
      const there = engine.name === 'postgresql' ? shown : await this.outside(engine);
      const unknown = there.filter((id) => !wanted.has(id));
      const known = new Set((await this.documents.of(unknown)).map(({ id }) => id));
      for (const id of unknown) if (!known.has(id)) differing.set(id, 'extra');
      return await this.mend(engine, differing);
    } catch (error) {
      if (engine.name === 'postgresql') throw error;
      log.warn({ err: error, engine: engine.name }, 'the index there could not be compared');
      return 0;
    }
  }

  /** The next slice of another engine's own order. */
  private async outside(engine: SearchEngine): Promise<string[]> {
    const [state] = await rows<{ at: number }>(this.db, 'select checked_outside as at from search.state');
    const ids = await engine.slice(state?.at ?? 0, slice);
    const next = ids.length < slice ? 0 : (state?.at ?? 0) + slice;
    await rows(this.db, 'update search.state set checked_outside = $1', [next]);
    return ids;
  }

  /** What waits to be written anyhow is late, not lost. */
  private async mend(engine: SearchEngine, differing: Map<string, Kind>): Promise<number> {
    if (differing.size === 0) return 0;
    const late = await rows<{ id: string }>(this.db, onItsWay, [[...differing.keys()], engine.name]);
    for (const { id } of late) differing.delete(id);
    const count: Record<Kind, number> = { missing: 0, stale: 0, extra: 0 };
    for (const kind of differing.values()) count[kind] += 1;
    for (const [how, number] of Object.entries(count)) if (number > 0) drift.inc({ engine: engine.name, how }, number);
    if (differing.size > 0) {
      log.warn(
        { engine: engine.name, ...count, first: [...differing.keys()].slice(0, 5) },
        'the index differed from the catalogue',
      );
      await dirty(this.db, [...differing.keys()], [engine.name]);
    }
    return differing.size;
  }
}

const onItsWay = `select id from unnest($1::uuid[]) as id
  where exists (select from search.dirty where dirty.offer = id and dirty.engine = $2)
     or exists (select from platform.outbox where outbox.subject = id::text and outbox.listener = 'IndexListing')`;
