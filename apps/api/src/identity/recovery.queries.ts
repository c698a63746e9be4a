import {
  areaOf,
  type listRecoveries,
  type MovingNumber,
  Problem,
  type QueryOf,
  type RecoveryView,
  type ResultOf,
} from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import type { PhoneRecovery } from './official.entity.ts';

const onePage = 25;

const columns = `r.id, r.person, r.old_phone as "oldPhone", r.new_phone as "newPhone", r.commune, r.reason,
  r.started_by as "startedBy", r.started_at as "startedAt", r.proved_at as "provedAt", r.takes_effect_at as "takesEffectAt",
  r.done_at as "doneAt", r.stopped_at as "stoppedAt", r.stopped_by as "stoppedBy"`;

export type Recovery = Omit<PhoneRecovery, 'stopReason' | 'stopKeyHash'>;

type Shown = Recovery & { name: string | null; by: string | null; producers: string[]; total: number };

const shown = `select ${columns}, p.name, coalesce(o.name, o.phone) as by, count(*) over ()::int as total,
    coalesce((select array_agg(distinct h.name) from identity.membership m join identity.producer h on h.id = m.producer
      where m.person = r.person and m.until is null), '{}') as producers
  from identity.phone_recovery r join identity.person p on p.id = r.person
    left join identity.person o on o.id = r.started_by
  where ($1 or r.commune = any($2::text[]))`;

/** Numbers being moved, as officers of the area, their holders, and a message's link see them. */
@Injectable()
export class RecoveryQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
  ) {}

  async list(actor: Actor, { page }: QueryOf<typeof listRecoveries>): Promise<ResultOf<typeof listRecoveries>> {
    const area = await this.area(actor);
    return inTx(this.db, async (tx) => {
      const sql = `${shown} order by r.started_at desc, r.id limit ${onePage} offset $3`;
      const found = await rows<Shown>(tx, sql, [...area, (page - 1) * onePage]);
      await looked(
        tx,
        actor,
        found.map(({ person }) => person),
        'recovery',
      );
      const total = found[0]?.total ?? 0;
      return { items: found.map(whole), total, page, pages: Math.max(1, Math.ceil(total / onePage)) };
    });
  }

  /** @throws Problem `platform.not-found` beyond the asker's area */
  async get(actor: Actor, id: string): Promise<RecoveryView> {
    const area = await this.area(actor);
    return inTx(this.db, async (tx) => {
      const [found] = await rows<Shown>(tx, `${shown} and r.id = $3`, [...area, id]);
      if (!found) throw new Problem('platform.not-found');
      await looked(tx, actor, found.person, 'recovery');
      return whole(found);
    });
  }

  /** Locked, for who changes it. @throws Problem `platform.not-found` beyond the asker's area, or for another's own */
  async take(tx: Tx, id: string, by: { actor: Actor } | { person: string }): Promise<Recovery> {
    const isHers = 'person' in by;
    const [everywhere, communes] = isHers ? [true, []] : await this.area(by.actor);
    const [found] = await rows<Recovery>(
      tx,
      `select ${columns} from identity.phone_recovery r
       where r.id = $1 and ($2 or r.commune = any($3::text[])) and ($4::uuid is null or r.person = $4) for update`,
      [id, everywhere, communes, isHers ? by.person : null],
    );
    if (!found) throw new Problem('platform.not-found');
    return found;
  }

  async mine(actor: Actor): Promise<MovingNumber[]> {
    const found = await rows<Recovery>(
      this.db,
      `select ${columns} from identity.phone_recovery r where r.person = $1 order by r.started_at desc limit 10`,
      [actor.id],
    );
    return found.map(moving);
  }

  /** What a message's link is about. @throws Problem `platform.not-found` */
  async byKey(db: DataSource | Tx, key: string): Promise<Recovery> {
    const [found] = await rows<Recovery>(
      db,
      `select ${columns} from identity.phone_recovery r where r.stop_key_hash = $1`,
      [sha256(key)],
    );
    if (!found) throw new Problem('platform.not-found');
    return found;
  }

  async area(actor: Actor): Promise<[boolean, string[]]> {
    const area = areaOf(actor, 'person.recover');
    return [area.everywhere, area.everywhere ? [] : await this.communes.inArea(area)];
  }
}

const stateOf = ({ doneAt, stoppedAt, provedAt }: Recovery): MovingNumber['state'] => {
  if (doneAt) return 'done';
  if (stoppedAt) return 'stopped';
  return provedAt ? 'waiting' : 'unproved';
};

/** Without what the holder of the former number does not need to know. */
export const moving = (recovery: Recovery): MovingNumber => ({
  id: recovery.id,
  oldPhone: maskPhone(recovery.oldPhone),
  newPhone: maskPhone(recovery.newPhone),
  startedAt: recovery.startedAt.toISOString(),
  takesEffectAt: recovery.takesEffectAt?.toISOString() ?? null,
  state: stateOf(recovery),
});

const whole = (recovery: Shown): RecoveryView => ({
  ...moving(recovery),
  person: recovery.person,
  name: recovery.name,
  commune: recovery.commune,
  producers: recovery.producers,
  reason: recovery.reason,
  by: recovery.by,
  stoppedBy: recovery.stoppedBy,
});
