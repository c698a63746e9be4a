import { type listSynonyms, Problem, type ResultOf, type SynonymView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';

/** Words that mean the same: of today, to come and over. */
@Injectable()
export class SynonymQueries {
  constructor(private readonly db: DataSource) {}

  async list(): Promise<ResultOf<typeof listSynonyms>> {
    return {
      items: await rows<SynonymView>(this.db, `${selected} order by valid_to nulls first, words[1], id limit 2000`),
    };
  }

  /** @throws Problem search.synonym-not-found */
  async get(id: string, db: DataSource | Tx = this.db): Promise<SynonymView> {
    const [found] = await rows<SynonymView>(db, `${selected} where id = $1`, [id]);
    if (!found) throw new Problem('search.synonym-not-found');
    return found;
  }
}

const selected = `select id, words, source, valid_from as "validFrom", valid_to as "validTo" from search.synonym`;
