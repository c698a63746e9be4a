import {
  areaOf,
  type AuthorityRequest as View,
  type BodyOf,
  type enterAuthorityRequest,
  type listAuthorityRequests,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { AuthorityRequest } from './authority.entity.ts';
import { numberOf } from './support.rules.ts';

const pageSize = 20;
const inArea = '(province = any($1::text[]) or $2::boolean)';
const columns = `id, number, kind, urgent, authority, document, scope, province, producer, received_at as "receivedAt",
  due_at as "dueAt", legal_ref as "legalRef", answer, prepared_by as "preparedBy", prepared_at as "preparedAt",
  answered_by as "answeredBy", answered_at as "answeredAt", carried_out_at as "carriedOutAt"`;

type Row = Omit<AuthorityRequest, 'enteredBy' | 'enteredAt'>;

/**
 * The register of what authorities ask. Its clock runs from the receipt; one official prepares the answer, another sends it,
 * and both are on record.
 */
@Injectable()
export class Authority {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly identity: Identity,
  ) {}

  async list(
    actor: Actor,
    { state, page }: QueryOf<typeof listAuthorityRequests>,
  ): Promise<ResultOf<typeof listAuthorityRequests>> {
    const open = state === 'open';
    const where = [...scope(actor), open];
    const [found, [counted]] = await Promise.all([
      rows<Row>(
        this.db,
        `select ${columns} from support.authority_request where ${inArea} and (answered_at is null) = $3
         order by case when $3 then due_at end, answered_at desc, id limit $4 offset $5`,
        [...where, pageSize, (page - 1) * pageSize],
      ),
      rows<{ total: number; late: number }>(
        this.db,
        `select count(*)::int as total, count(*) filter (where coalesce(answered_at, $4) > due_at)::int as late
         from support.authority_request where ${inArea} and (answered_at is null) = $3`,
        [...where, this.clock.now()],
      ),
    ]);
    const total = counted?.total ?? 0;
    return {
      items: await this.views(actor, found),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      late: counted?.late ?? 0,
    };
  }

  /** Enters it, or corrects it until an answer is prepared. */
  async enter(actor: Actor, id: string, asked: BodyOf<typeof enterAuthorityRequest>): Promise<View> {
    const { kind, urgent, authority, document, scope: asks, province, producer = null, receivedAt } = asked;
    const now = this.clock.now();
    const { provinces, everywhere } = areaOf(actor, 'authority.handle');
    if (!everywhere && !provinces.includes(province)) throw new Problem('support.not-found');
    if (new Date(receivedAt) > now) throw wrong('receivedAt', 'not in the future');
    if (kind === 'suspension' && !producer) throw wrong('producer', 'whose suspension is ordered');
    await inTx(this.db, async (tx) => {
      const household = producer ? await this.identity.producer(tx, producer) : undefined;
      if (producer && household?.province !== province) throw new Problem('support.not-found');
      const known = await this.locked(tx, id);
      if (known && !(everywhere || provinces.includes(known.province))) throw new Problem('support.not-found');
      if (known?.answer) throw new Problem('support.illegal-step');
      const [clock] = await rows<{ hours: number; legalRef: string }>(
        tx,
        `select hours, legal_ref as "legalRef" from support.authority_clock
         where kind = $1 and urgent = $2 and valid_from <= $3::date order by valid_from desc limit 1`,
        [kind, urgent, vietnamDay(now)],
      );
      if (!clock) throw new Error(`nobody said how soon a request for ${kind} is answered`);
      const dueAt = new Date(new Date(receivedAt).getTime() + clock.hours * 3_600_000);
      const [next] = known
        ? []
        : await rows<{ count: number }>(tx, `select nextval('support.authority_number')::int as count`);
      const number = known?.number ?? numberOf('CQ', next?.count ?? 0, vietnamDay(now));
      await tx.query(
        `insert into support.authority_request (id, number, kind, urgent, authority, document, scope, province, producer,
           received_at, due_at, legal_ref, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (id) do update set kind = excluded.kind, urgent = excluded.urgent, authority = excluded.authority,
           document = excluded.document, scope = excluded.scope, province = excluded.province, producer = excluded.producer,
           received_at = excluded.received_at, due_at = excluded.due_at, legal_ref = excluded.legal_ref`,
        [
          id,
          number,
          kind,
          urgent,
          authority,
          document,
          asks,
          province,
          producer,
          receivedAt,
          dueAt,
          clock.legalRef,
          actor.id,
          now,
        ],
      );
      if (!known) await record(tx, actor, 'authority.asked', id, { number, province, kind });
    });
    return this.one(actor, id);
  }

  async one(actor: Actor, id: string): Promise<View> {
    return inTx(this.db, async (tx) => {
      const found = await this.mine(tx, actor, id);
      if (found.producer) await looked(tx, actor, found.producer, `authority ${found.number}`);
      const [view] = await this.views(actor, [found]);
      return view as View;
    });
  }

  async prepare(actor: Actor, id: string, answer: string): Promise<View> {
    await inTx(this.db, async (tx) => {
      await this.locked(tx, id);
      const { answeredAt } = await this.mine(tx, actor, id);
      if (answeredAt) throw new Problem('support.illegal-step');
      await tx.query(
        'update support.authority_request set answer = $2, prepared_by = $3, prepared_at = $4 where id = $1',
        [id, answer, actor.id, this.clock.now()],
      );
    });
    return this.one(actor, id);
  }

  /** Twice is once; nobody sends what she prepared. */
  async send(actor: Actor, id: string): Promise<View> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      await this.locked(tx, id);
      const { answer, preparedBy, answeredAt, number, province, dueAt } = await this.mine(tx, actor, id);
      if (answeredAt) return;
      if (!answer) throw new Problem('support.illegal-step');
      if (preparedBy === actor.id) throw new Problem('support.own-answer');
      await tx.query('update support.authority_request set answered_by = $2, answered_at = $3 where id = $1', [
        id,
        actor.id,
        now,
      ]);
      await record(tx, actor, 'authority.answered', id, { number, province, onTime: now <= dueAt });
    });
    return this.one(actor, id);
  }

  private async mine(tx: Tx, actor: Actor, id: string): Promise<Row> {
    const [found] = await rows<Row>(
      tx,
      `select ${columns} from support.authority_request where ${inArea} and id = $3`,
      [...scope(actor), id],
    );
    if (!found) throw new Problem('support.not-found');
    return found;
  }

  private async locked(tx: Tx, id: string): Promise<Row | undefined> {
    const [found] = await rows<Row>(tx, `select ${columns} from support.authority_request where id = $1 for update`, [
      id,
    ]);
    return found;
  }

  private async views(actor: Actor, found: Row[]): Promise<View[]> {
    const people = found.flatMap(({ preparedBy, answeredBy }) => [preparedBy ?? [], answeredBy ?? []].flat());
    const [names, producers] = await Promise.all([
      this.identity.contacts([...new Set(people)]),
      this.identity.producers(
        this.db,
        found.flatMap(({ producer }) => producer ?? []),
      ),
    ]);
    const now = this.clock.now();
    const nameOf = (person: string | null) => (person ? (names.get(person)?.name ?? null) : null);
    return found.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.answeredAt ? 'answered' : row.answer ? 'prepared' : 'received',
      urgent: row.urgent,
      authority: row.authority,
      document: row.document,
      scope: row.scope,
      province: row.province,
      producer: row.producer ? { id: row.producer, name: producers.get(row.producer)?.name ?? '' } : null,
      receivedAt: row.receivedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      late: (row.answeredAt ?? now) > row.dueAt,
      legalRef: row.legalRef,
      prepared:
        row.answer && row.preparedAt
          ? { by: nameOf(row.preparedBy), at: row.preparedAt.toISOString(), answer: row.answer }
          : null,
      answered: row.answeredAt ? { by: nameOf(row.answeredBy), at: row.answeredAt.toISOString() } : null,
      carriedOutAt: row.carriedOutAt?.toISOString() ?? null,
      mayAnswer: row.answer !== null && row.answeredAt === null && row.preparedBy !== actor.id,
    }));
  }
}

const scope = (actor: Actor) => {
  const { provinces, everywhere } = areaOf(actor, 'authority.handle');
  return [provinces, everywhere] as const;
};

const wrong = (field: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'not-possible', message }] });
