import { Problem } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { NewProducer } from './enter-producer.ts';

/** What may be known better of a household that is there: only what it lacks is filled in. */
export interface Addition {
  producer: string;
  head?: string | null;
  hamlet?: string | null;
  subArea?: string | null;
  citizenIndex?: string | null;
  /** `+84…`; not added once its own people have taken it over: they see to their numbers themselves. */
  phones: readonly string[];
}

type Listed = Omit<NewProducer, 'owner'>;

/** Many households at once, as a list brings them: as many statements for a hundred as for one, but one fact for each. */
@Injectable()
export class EnterProducers {
  constructor(
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** Those that were not there; each states `producer.entered`. @throws Problem communes.unknown */
  async run(tx: Tx, actor: Actor, producers: readonly Listed[]): Promise<Set<string>> {
    const units = await this.communes.many([...new Set(producers.map(({ commune }) => commune))]);
    const by = actor.kind === 'system' ? null : actor.id;
    const given = producers.map((producer) => {
      const unit = units.get(producer.commune);
      if (!unit) throw new Problem('communes.unknown', { commune: producer.commune });
      const { id, kind, name, head = null, hamlet = null, subArea = null, citizenIndex = null, how } = producer;
      return {
        ...{ id, kind, name, head, hamlet, sub_area: subArea, citizen_index: citizenIndex, entered_how: how },
        ...{ commune: unit.code, province: unit.province.code, entered_by: by, created_at: this.clock.now() },
        ...{ folded: fold(name), folded_head: head === null ? null : fold(head), phones: producer.phones ?? [] },
      };
    });
    const entered = await rows<{ id: string }>(tx, enter, [JSON.stringify(given)]);
    const fresh = new Set(entered.map(({ id }) => id));
    const news = given.filter(({ id }) => fresh.has(id));
    await tx.query(addPhones, [
      JSON.stringify(news.flatMap(({ id, phones }) => phones.map((phone) => ({ producer: id, phone })))),
      this.clock.now(),
      by,
    ]);
    for (const { id, kind, commune, province, hamlet, entered_how: how } of news) {
      await record(tx, actor, 'producer.entered', id, { producer: id, kind, commune, province, hamlet, how });
    }
    return fresh;
  }

  /** Fills in what a household that is there lacks. */
  async add(tx: Tx, actor: Actor, { producer, head, hamlet, subArea, citizenIndex, phones }: Addition): Promise<void> {
    await tx.query(
      `update identity.producer set head = coalesce(head, $2), folded_head = coalesce(folded_head, $3),
         hamlet = coalesce(hamlet, $4), sub_area = coalesce(sub_area, $5), citizen_index = coalesce(citizen_index, $6)
       where id = $1`,
      [producer, head ?? null, head ? fold(head) : null, hamlet ?? null, subArea ?? null, citizenIndex ?? null],
    );
    const [owned] = await rows(tx, 'select 1 from identity.membership where producer = $1 and until is null limit 1', [
      producer,
    ]);
    if (owned) return;
    await tx.query(addPhones, [
      JSON.stringify(phones.map((phone) => ({ producer, phone }))),
      this.clock.now(),
      actor.kind === 'system' ? null : actor.id,
    ]);
  }

  /**
   * Takes back those of the listed households that came from a list and that nobody touched: no person belongs to them, nothing
   * was delegated, no one was invited. States `producer.withdrawn`. Answers those that are gone.
   */
  async withdraw(tx: Tx, actor: Actor, producers: readonly string[]): Promise<string[]> {
    const untouched = await rows<{ id: string; commune: string }>(tx, untouchedOf, [producers]);
    const ids = untouched.map(({ id }) => id);
    await tx.query('delete from identity.cooperative_member where household = any($1::uuid[])', [ids]);
    await tx.query('delete from identity.producer_phone where producer = any($1::uuid[])', [ids]);
    await tx.query('delete from identity.producer where id = any($1::uuid[])', [ids]);
    for (const { id, commune } of untouched) {
      await record(tx, actor, 'producer.withdrawn', id, { producer: id, commune });
    }
    return ids;
  }

  /** Which of them nobody touched, held until the end of the transaction. */
  async untouched(tx: Tx, producers: readonly string[]): Promise<string[]> {
    return (await rows<{ id: string }>(tx, untouchedOf, [producers])).map(({ id }) => id);
  }
}

const enter = `insert into identity.producer (id, kind, name, head, commune, province, hamlet, sub_area, folded, citizen_index,
    entered_how, entered_by, created_at, folded_head)
  select id, kind, name, head, commune, province, hamlet, sub_area, folded, citizen_index, entered_how, entered_by,
    created_at, folded_head
  from jsonb_to_recordset($1::jsonb) as given (id uuid, kind text, name text, head text, commune text, province text,
    hamlet text, sub_area text, folded text, citizen_index text, entered_how text, entered_by uuid,
    created_at timestamptz, folded_head text)
  on conflict (id) do nothing returning id`;

const addPhones = `insert into identity.producer_phone (producer, phone, added_at, added_by)
  select producer, phone, $2, $3 from jsonb_to_recordset($1::jsonb) as given (producer uuid, phone text)
  on conflict do nothing`;

const untouchedOf = `select p.id, p.commune from identity.producer p
  where p.id = any($1::uuid[]) and p.entered_how = 'imported' and p.closed_at is null
    and not exists (select 1 from identity.membership m where m.producer = p.id)
    and not exists (select 1 from identity.delegation d where d.producer = p.id or d.receiver = p.id)
    and not exists (select 1 from identity.invitation i where i.producer = p.id)
    and not exists (select 1 from identity.cooperative_member c where c.cooperative = p.id)
    and not exists (select 1 from identity.cooperative_member c where c.household = p.id and c.evidence <> 'list')
  order by p.id for update`;
