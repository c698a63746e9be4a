import { areaOf, citizenCards } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';
import { remindersAt } from './paper.sql.ts';

type Shown = 'waiting' | 'expiring' | 'expired';

/** How many papers of an official's area are to be looked at: by provinces or by communes, as its indexes stand. */
@Injectable()
export class WaitingPapers {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Record<Shown, Waiting>> {
    const now = this.clock.now();
    const area = areaOf(actor, 'paper.check');
    const byProvince = area.communes.length === 0 && !area.everywhere;
    const within = byProvince ? area.provinces : await this.communes.inArea(area);
    const [farthest = 0] = await remindersAt(this.db, now);
    const soon = vietnamDay(new Date(now.getTime() + farthest * 86_400_000));
    const found = await rows<Waiting & { what: Shown }>(this.db, byProvince ? ofProvinces : ofCommunes, [within, soon]);
    const of = (what: Shown) => found.find((one) => one.what === what) ?? nothing;
    const expired = of('expired');
    return { waiting: of('waiting'), expiring: of('expiring'), expired: { ...expired, late: expired.total } };
  }
}

/** A paper that runs out soon has waited for nobody: it has no age. Citizen cards are not checked by themselves. */
const counting = (unit: 'province' | 'commune'): string => {
  const part = (what: Shown, where: string, oldest: string) =>
    `select '${what}' as what, count(*)::int as total, 0 as late, ${oldest} as oldest from papers.paper
     where ${unit} = any($1::text[]) and destroyed_at is null and ${where} and $2::date is not null
       and kind not in (${citizenCards.map((kind) => `'${kind}'`).join(', ')})`;
  return [
    part('waiting', `state = 'waiting'`, 'min(handed_in_at)'),
    part('expiring', `state = 'verified' and expires_on <= $2::date`, 'null::timestamptz'),
    part('expired', `state = 'expired'`, `min(expires_on)::timestamp at time zone 'Asia/Ho_Chi_Minh'`),
  ].join(' union all ');
};
const ofProvinces = counting('province');
const ofCommunes = counting('commune');
