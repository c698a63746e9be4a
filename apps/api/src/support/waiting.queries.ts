import { areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';

export type RequestsWaiting = Record<'support' | 'authority' | 'data', Waiting>;

/** How many requests wait in an officer's area, and how many of them too long: one statement, each part by its index. */
@Injectable()
export class WaitingRequests {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<RequestsWaiting> {
    const { communes, provinces } = areaOf(actor, 'support.handle');
    const authority = areaOf(actor, 'authority.handle').provinces;
    const data = areaOf(actor, 'data.handle').provinces;
    const found = await rows<Waiting & { what: keyof RequestsWaiting }>(this.db, counting, [
      communes,
      provinces,
      authority,
      data,
      this.clock.now(),
    ]);
    const of = (what: keyof RequestsWaiting) => found.find((one) => one.what === what) ?? nothing;
    return { support: of('support'), authority: of('authority'), data: of('data') };
  }
}

const counting = `
select 'support' as what, count(*)::int as total, count(*) filter (where due_at < $5)::int as late, min(opened_at) as oldest
from support.request where state = 'open' and (commune = any($1::text[]) or province = any($2::text[]))
union all
select 'authority', count(*)::int, count(*) filter (where due_at < $5)::int, min(received_at)
from support.authority_request where answered_at is null and province = any($3::text[])
union all
select 'data', count(*)::int,
  count(*) filter (where coalesce(extended_until, due_at) < $5 or acknowledged_at is null and reply_by < $5)::int, min(made_at)
from support.data_request where decided_at is null and province = any($4::text[])`;
