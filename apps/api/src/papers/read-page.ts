import { belongsTo, type PaperKind, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { unsealBytes } from '../platform/sealed.ts';
import { Storage } from '../platform/storage.ts';
import { placeOf } from './accept-paper.ts';
import { PaperQueries } from './paper.queries.ts';
import { maySee } from './paper.rules.ts';

/** One page, opened. */
export interface OpenPage {
  kind: PaperKind;
  page: number;
  type: string;
  bytes: Buffer;
}

/** Opens one page for who may see it, and notes the look of whoever does not belong to the household. */
@Injectable()
export class ReadPage {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly papers: PaperQueries,
  ) {}

  /** @throws Problem papers.not-found */
  async own(actor: Actor, producer: string, id: string, page: number): Promise<OpenPage> {
    const [paper] = await rows<{ id: string; producer: string; kind: PaperKind; handedInBy: string | null }>(
      this.db,
      `select id, producer, kind, handed_in_by as "handedInBy" from papers.paper
       where id = $1 and producer = $2 and producer = any($3::uuid[])`,
      [id, producer, producersOf(actor, 'paper.hand-in')],
    );
    if (!paper || !maySee(actor, paper)) throw new Problem('papers.not-found');
    const kept = await inTx(this.db, async (tx) => {
      const found = await keptPage(tx, id, page);
      if (!belongsTo(actor, producer)) await looked(tx, actor, producer, 'paper.read');
      return found;
    });
    return this.open(paper, page, kept);
  }

  /** @throws Problem papers.not-found */
  async official(actor: Actor, id: string, page: number): Promise<OpenPage> {
    const { paper, kept } = await inTx(this.db, async (tx) => {
      const paper = await this.papers.checkable(tx, actor, id);
      const kept = await keptPage(tx, id, page);
      await looked(tx, actor, paper.producer, 'paper.read');
      return { paper, kept };
    });
    return this.open(paper, page, kept);
  }

  private async open(
    paper: { id: string; producer: string; kind: PaperKind },
    page: number,
    { object, key, type }: Kept,
  ): Promise<OpenPage> {
    const bytes = await unsealBytes(await this.storage.get(object), key, placeOf(paper, page));
    return { kind: paper.kind, page, type, bytes };
  }
}

interface Kept {
  object: string;
  key: string;
  type: string;
}

const keptPage = async (tx: Tx, id: string, page: number): Promise<Kept> => {
  const [kept] = await rows<Kept>(
    tx,
    'select object, key, type from papers.page where paper = $1 and page = $2 and key is not null and object is not null',
    [id, page],
  );
  if (!kept) throw new Problem('papers.not-found');
  return kept;
};
