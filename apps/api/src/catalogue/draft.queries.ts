import { type ListingDraft, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { KeptAnswer } from './draft.rules.ts';

export type DraftView = z.input<typeof ListingDraft>;

interface Row {
  id: string;
  producer: string;
  startedAt: Date;
  changedAt: Date;
  answers: (Omit<KeptAnswer, 'at'> & { at: string })[];
}

/** Forms on their way, as their writer reads them; anybody else's are not found. */
@Injectable()
export class DraftQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, id: string, db: DataSource | Tx = this.db): Promise<DraftView> {
    const [row] = await rows<Row>(db, `${open} and id = $2`, [actor.id, id]);
    if (!row) throw new Problem('catalogue.not-found');
    return view(row);
  }

  async list(actor: Actor): Promise<{ items: DraftView[] }> {
    const found = await rows<Row>(this.db, `${open} order by changed_at desc, id limit 200`, [actor.id]);
    return { items: found.map(view) };
  }
}

const view = ({ startedAt, changedAt, answers, ...row }: Row): DraftView => ({
  ...row,
  startedAt: startedAt.toISOString(),
  changedAt: changedAt.toISOString(),
  answers: answers.map(({ at, ...answer }) => ({ ...answer, at: new Date(at).toISOString() })),
});

const open = `select id, producer, started_at as "startedAt", changed_at as "changedAt",
    coalesce((select json_agg(json_build_object('field', field, 'value', value, 'at', at) order by field)
      from catalogue.draft_answer where draft = draft.id), '[]') as answers
  from catalogue.draft where owner = $1 and ended is null`;
