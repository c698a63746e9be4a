import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { type Marked, waiting, written } from './dirty.ts';
import type { SearchDocument } from './document.rules.ts';
import { Documents } from './documents.ts';
import { Engines } from './engines.ts';
import type { Change, SearchEngine } from './search-engine.ts';
import { Synonyms } from './synonyms.ts';

const batch = 1_000;

/**
 * Builds the whole index anew from the catalogue while the old one goes on answering and being written. What changes
 * meanwhile is noted for the new one too, and written into it before it takes the other's place.
 */
@Injectable()
export class RebuildIndex {
  constructor(
    private readonly db: DataSource,
    private readonly documents: Documents,
    private readonly engines: Engines,
    private readonly synonyms: Synonyms,
  ) {}

  /** Answers how many listings are in it. */
  async run(): Promise<number> {
    let counted = 0;
    for (const engine of this.engines.all) counted = await this.one(engine);
    return counted;
  }

  private async one(engine: SearchEngine): Promise<number> {
    const place = `${engine.name}-next` as const;
    await rows(this.db, 'delete from search.dirty where engine = $1', [place]);
    await rows(this.db, begin, [engine.name]);
    const counted = { listings: 0 };
    try {
      let applied: Marked[] = [];
      const changed = async (): Promise<Change | undefined> => {
        if (applied.length > 0) await written(this.db, place, applied);
        applied = await waiting(this.db, place, batch);
        return applied.length > 0 ? this.documents.change(applied.map(({ offer }) => offer)) : undefined;
      };
      await engine.know(await this.synonyms.now());
      await engine.rebuild({ batches: this.all(counted), changed });
    } finally {
      await rows(this.db, end, [engine.name]);
      await rows(this.db, 'delete from search.dirty where engine = $1', [place]);
    }
    return counted.listings;
  }

  private async *all(counted: { listings: number }): AsyncGenerator<SearchDocument[]> {
    for await (const documents of this.documents.all(batch)) {
      counted.listings += documents.length;
      yield documents;
    }
  }
}

const begin = `update search.state set rebuilding = array_append(array_remove(rebuilding, $1), $1)`;
const end = `update search.state set rebuilding = array_remove(rebuilding, $1)`;
