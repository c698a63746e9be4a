import { type ApplicationState, type ApplicationView, Problem, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import type { Application } from './application.entity.ts';

const pageSize = 20;

type Row = Omit<Application, 'firstBody' | 'decidedBy' | 'round' | 'province'> & {
  remarks: ApplicationView['remarks'];
};

export interface Queue {
  items: ApplicationView[];
  total: number;
  page: number;
  pages: number;
}

/** Applications as their people and the officers of their area see them; each look of an officer is noted. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
  ) {}

  /** A person's own, newest first. */
  async mine(person: string): Promise<ApplicationView[]> {
    return this.views(await rows<Row>(this.db, ofPerson, [person]));
  }

  /** One of the actor's own; another's is onboarding.not-found. */
  async ownOne(actor: Actor, id: string): Promise<ApplicationView> {
    const [view] = await this.views(await rows<Row>(this.db, ownOne, [id, actor.id]));
    if (!view) throw new Problem('onboarding.not-found');
    return view;
  }

  /** One of the officer's area; any other is onboarding.not-found. */
  officersOne(actor: Actor, id: string, purpose: string): Promise<ApplicationView> {
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'application.decide');
      const found = await rows<Row>(tx, officersOne, [communes, provinces, id]);
      const [view] = await this.shown(tx, actor, { found, purpose });
      if (!view) throw new Problem('onboarding.not-found');
      return view;
    });
  }

  /** What waits in the officer's area, oldest first. */
  queue(actor: Actor, state: z.infer<typeof ApplicationState>, page: number): Promise<Queue> {
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'application.decide');
      const [counted] = await rows<{ total: number }>(tx, count, [communes, provinces, state]);
      const found = await rows<Row>(tx, queue, [communes, provinces, state, pageSize, (page - 1) * pageSize]);
      const items = await this.shown(tx, actor, { found, purpose: 'application.queue' });
      const total = counted?.total ?? 0;
      return { items, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
    });
  }

  private async shown(tx: Tx, actor: Actor, { found, purpose }: { found: Row[]; purpose: string }) {
    const seen = found.map(({ id }) => id);
    if (seen.length > 0) await looked(tx, actor, seen, purpose);
    return this.views(found);
  }

  private async views(found: Row[]): Promise<ApplicationView[]> {
    if (found.length === 0) return [];
    const [communes, people] = await Promise.all([
      this.communes.many([...new Set(found.map((row) => row.commune))]),
      this.identity.contacts([...new Set(found.map((row) => row.applicant))]),
    ]);
    return found.map((row) => {
      const commune = communes.get(row.commune);
      return {
        ...row,
        commune: {
          code: row.commune,
          fullName: commune?.fullName ?? row.commune,
          province: commune?.province.name ?? '',
        },
        applicant: people.get(row.applicant) ?? { name: null, phone: '' },
        submittedAt: row.submittedAt.toISOString(),
        decidedAt: row.decidedAt?.toISOString() ?? null,
      };
    });
  }
}

/** The remarks are those of the last time it was handed back. */
const columns = `id, applicant, kind, name, commune, sub_area as "subArea", address, crops, note, state,
  producer_state as "producerState", submitted_at as "submittedAt", decided_at as "decidedAt",
  coalesce((select json_agg(json_build_object('item', item, 'reason', reason) order by position)
    from onboarding.remark remark where remark.application = application.id
      and round = (select max(round) from onboarding.remark remark where remark.application = application.id)), '[]') as remarks`;
const inArea = '(commune = any($1::text[]) or province = any($2::text[]))';

const ofPerson = `select ${columns} from onboarding.application where applicant = $1
  order by submitted_at desc, id desc limit 100`;
const ownOne = `select ${columns} from onboarding.application where id = $1 and applicant = $2`;
const officersOne = `select ${columns} from onboarding.application where ${inArea} and id = $3`;
const count = `select count(*)::int as total from onboarding.application where ${inArea} and state = $3`;
const queue = `select ${columns} from onboarding.application where ${inArea} and state = $3
  order by submitted_at, id limit $4 offset $5`;
