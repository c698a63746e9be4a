import type { ClaimView } from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { called } from './household.rules.ts';

/** Households entered with a number, for whoever proved that number; one somebody took over is shown to nobody else. */
@Injectable()
export class ClaimQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly delegations: DelegationQueries,
  ) {}

  async list(actor: Actor): Promise<ClaimView[]> {
    if (actor.kind !== 'person') return [];
    const found = await rows<Row>(this.db, claimsOf, [actor.id]);
    if (found.length === 0) return [];
    const [communes, delegations] = await Promise.all([
      this.communes.many(found.map(({ commune }) => commune)),
      this.delegations.ofAll(found.map(({ id }) => id)),
    ]);
    return found.map(({ commune, enteredAt, byName, byPhone, phones, ...claim }) => ({
      ...claim,
      communeName: communes.get(commune)?.fullName ?? '',
      enteredBy: byPhone && called(byName, byPhone),
      enteredAt: enteredAt.toISOString(),
      phones: phones.map(maskPhone),
      delegations: (delegations.get(claim.id) ?? []).map(({ id, sentence }) => ({ id, sentence })),
    }));
  }
}

type Row = Omit<ClaimView, 'enteredAt' | 'communeName' | 'enteredBy' | 'delegations'> & {
  commune: string;
  enteredAt: Date;
  byName: string | null;
  byPhone: string | null;
};

const claimsOf = `select p.id, p.kind, p.name, p.head, p.commune, p.sub_area as "subArea", p.entered_how as "enteredHow",
    p.created_at as "enteredAt", b.name as "byName", b.phone as "byPhone",
    array(select phone from identity.producer_phone o where o.producer = p.id and o.phone <> me.phone order by added_at) as phones
  from identity.person me join identity.producer_phone n on n.phone = me.phone
    join identity.producer p on p.id = n.producer and p.closed_at is null
    left join identity.person b on b.id = p.entered_by
  where me.id = $1 and me.kind = 'person'
    and not exists (select 1 from identity.membership m where m.producer = p.id and m.until is null)
  order by p.created_at, p.id limit 20`;
