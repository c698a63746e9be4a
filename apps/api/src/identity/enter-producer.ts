import { Problem, type ProducerKind } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { GiveGrant } from './give-grant.ts';

export interface NewProducer {
  /** Made by whoever sends it; also the application's. */
  id: string;
  kind: ProducerKind;
  name: string;
  head?: string | null;
  commune: string;
  hamlet?: string | null;
  subArea?: string | null;
  /** `+84…`, the first one first. */
  phones?: readonly string[];
  /** Blind index of the head's citizen number. */
  citizenIndex?: string | null;
  how: 'self' | 'assisted' | 'imported';
  /** Whose it is, when she proved her phone: she may do everything in its name from now on. */
  owner?: string | null;
}

/** Enters a household or cooperative, and states `producer.entered`. The same id again changes nothing and answers false. */
@Injectable()
export class EnterProducer {
  constructor(
    private readonly communes: Communes,
    private readonly give: GiveGrant,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem communes.unknown */
  async run(tx: Tx, actor: Actor, producer: NewProducer): Promise<boolean> {
    const {
      id,
      kind,
      name,
      head = null,
      hamlet = null,
      subArea = null,
      phones = [],
      citizenIndex = null,
      how,
    } = producer;
    const commune = await this.communes.get(producer.commune);
    if (!commune) throw new Problem('communes.unknown', { commune: producer.commune });
    const now = this.clock.now();
    const by = actor.kind === 'system' ? null : actor.id;
    const [entered] = await rows(
      tx,
      `insert into identity.producer (id, kind, name, head, commune, province, hamlet, sub_area, folded, citizen_index,
         entered_how, entered_by, created_at, folded_head)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (id) do nothing returning id`,
      [
        id,
        kind,
        name,
        head,
        commune.code,
        commune.province.code,
        hamlet,
        subArea,
        fold(name),
        citizenIndex,
        how,
        by,
        now,
        head === null ? null : fold(head),
      ],
    );
    if (!entered) return false;
    await tx.query(
      `insert into identity.producer_phone (producer, phone, added_at, added_by)
       select $1, phone, $3, $4 from unnest($2::text[]) as phone on conflict do nothing`,
      [id, phones, now, by],
    );
    const { owner } = producer;
    if (owner) {
      await tx.query('insert into identity.membership (producer, person, since) values ($1, $2, $3)', [id, owner, now]);
      const role = kind === 'household' ? 'producer' : 'cooperative-manager';
      await this.give.run(tx, actor, { person: owner, role, producer: id, from: now });
    }
    await record(tx, actor, 'producer.entered', id, {
      producer: id,
      kind,
      commune: commune.code,
      province: commune.province.code,
      hamlet,
      how,
    });
    return true;
  }
}
