import { type BodyOf, type ComplaintDetail, type makeComplaint, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Support } from '../support/index.ts';
import { type ComplaintRow, factOf } from './complaint-row.ts';
import { notFound } from './complaint.queries.ts';
import { numberOf } from './complaint.rules.ts';
import * as sql from './complaint.sql.ts';
import { ComplaintViews } from './complaint.views.ts';
import { dueAt } from './due-at.ts';
import { writeNote } from './write-note.ts';

type Said = BodyOf<typeof makeComplaint>;
interface About {
  producer: string;
  order: { id: string; code: string; parcel: string } | null;
}

/** The doors a complaint comes in by. */
@Injectable()
export class ComplaintDoors {
  constructor(
    readonly identity: Identity,
    readonly ordering: Ordering,
    readonly support: Support,
  ) {}
}

/**
 * Takes a complaint in: it gets a number, an officer of the producer's commune and a time. The same id with the same words is
 * the same complaint.
 */
@Injectable()
export class MakeComplaint {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly doors: ComplaintDoors,
    private readonly views: ComplaintViews,
  ) {}

  async run(actor: Actor, said: Said): Promise<ComplaintDetail> {
    const about = await this.about(actor, said.about);
    const row = await inTx(this.db, async (tx) => {
      const hash = sha256(JSON.stringify([actor.id, said.topic, said.text, about]));
      const [known] = await rows<{ hash: string }>(
        tx,
        'select text_hash as hash from complaints.complaint where id = $1',
        [said.id],
      );
      if (known && known.hash !== hash) throw new Problem('complaints.id-used');
      if (!known) await this.open(tx, actor, { ...said, hash, on: about });
      const [row] = await rows<ComplaintRow>(tx, sql.byId, [said.id]);
      if (!row) throw notFound();
      if (!known) await record(tx, actor, 'complaint.opened', row.id, { ...factOf(row), topic: row.topic });
      return row;
    });
    return this.views.detail(this.db, row, 'complainant');
  }

  private async open(tx: Tx, actor: Actor, said: Said & { hash: string; on: About }): Promise<void> {
    const { identity, support } = this.doors;
    const { id, topic, text, hash, on } = said;
    const producer = await identity.producer(tx, on.producer);
    if (!producer) throw notFound();
    const now = this.clock.now();
    const due = await dueAt(tx, support, topic, now);
    const officers = (await identity.officersOf(producer.commune)).map(({ person }) => person);
    const [owner] = await rows<{ person: string }>(tx, sql.leastBusy, [officers]);
    const [next] = await rows<{ count: number }>(tx, `select nextval('complaints.number')::int as count`);
    const number = numberOf(next?.count ?? 0, vietnamDay(now));
    const place = [producer.commune, producer.province];
    const order = [on.order?.id ?? null, on.order?.code ?? null, on.order?.parcel ?? null];
    await tx.query(
      `insert into complaints.complaint (id, number, producer, commune, province, order_id, order_code, parcel, complainant,
         topic, text_hash, opened_at, running_since, due_at, state, owner)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, 'open', $14)`,
      [id, number, producer.id, ...place, ...order, actor.id, topic, hash, now, due, owner?.person ?? null],
    );
    await writeNote(tx, { id, complaint: id, at: now, by: actor.id, side: 'complainant', text });
  }

  /** Whom it is about: of an order, for whoever holds its key; of a producer, for whoever is signed in. */
  private async about(actor: Actor, about: Said['about']): Promise<About> {
    if ('producer' in about) {
      if (actor.id === null) throw new Problem('identity.sign-in-needed');
      return { producer: about.producer, order: null };
    }
    const order = await this.doors.ordering.page(about.order, { key: about.key });
    const parcel = order.parcels.find(({ id }) => id === about.parcel);
    if (!parcel) throw notFound();
    return { producer: parcel.producer.id, order: { id: order.id, code: order.code, parcel: parcel.id } };
  }
}
