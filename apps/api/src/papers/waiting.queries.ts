import { areaOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';
import { ofArea, remindersAt, toCheck } from './paper.sql.ts';

type Shown = 'waiting' | 'expiring' | 'expired';

/** How many papers of an official's area are to be looked at; asked by communes, as its indexes stand. */
@Injectable()
export class WaitingPapers {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Record<Shown, Waiting>> {
    const now = this.clock.now();
    const communes = await this.communes.inArea(areaOf(actor, 'paper.check'));
    const [farthest = 0] = await remindersAt(this.db, now);
    const soon = vietnamDay(new Date(now.getTime() + farthest * 86_400_000));
    const area = ofArea({ communes, provinces: [], everywhere: false });
    const found = await rows<Waiting & { what: Shown }>(this.db, counting, [...area, soon]);
    const of = (what: Shown) => found.find((one) => one.what === what) ?? nothing;
    const expired = of('expired');
    return { waiting: of('waiting'), expiring: of('expiring'), expired: { ...expired, late: expired.total } };
  }
}

/** A paper that runs out soon has waited since it was handed in for nobody: it has no age. */
const counting = `
select 'waiting' as what, count(*)::int as total, 0 as late, min(handed_in_at) as oldest
from papers.paper paper where paper.state = 'waiting' and ${toCheck} and $4::date is not null
union all
select 'expiring', count(*)::int, 0, null
from papers.paper paper where paper.state = 'verified' and paper.expires_on <= $4::date and ${toCheck}
union all
select 'expired', count(*)::int, 0, min(expires_on)::timestamp at time zone 'Asia/Ho_Chi_Minh'
from papers.paper paper where paper.state = 'expired' and ${toCheck}`;
