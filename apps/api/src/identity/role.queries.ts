import {
  areaOf,
  type getPersonOfArea,
  type listRoles,
  Problem,
  type QueryOf,
  type ResultOf,
  type RoleView,
} from '@chophien/contracts';
import { fold, maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';

const onePage = 25;

type Row = Omit<RoleView, 'since' | 'until' | 'lastSeenAt'> & {
  since: Date;
  until: Date | null;
  lastSeenAt: Date | null;
  total: number;
};

/** Roles in an area ($1 communes, $2 provinces, $3 everywhere), asked by $4 at $5. */
const select = `
  select g.id, g.person, p.name, p.phone, p.kind, g.role, g.commune, g.province, g.hamlets,
    g.valid_from as since, g.valid_until as until, coalesce(giver.name, giver.phone) as by,
    p.kind = 'official' and not exists (select 1 from identity.credential c where c.person = p.id) as "isWaiting",
    (select max(s.last_seen_at) from identity.session s where s.person = p.id and s.kind = p.kind) as "lastSeenAt",
    p.id = $4 as "isMe", count(*) over ()::int as total
  from identity.access_grant g
    join identity.person p on p.id = g.person
    left join identity.person giver on giver.id::text = g.given_by
  where g.producer is null and ($3 or g.commune = any($1::text[]) or g.province = any($2::text[]))
    and g.valid_from <= $5`;
const now = `(g.valid_until is null or g.valid_until > $5)`;
const order = `order by array_position(array['operator', 'central-viewer', 'province-officer', 'moderator', 'inspector',
    'accountant', 'commune-officer', 'helper', 'trainer', 'keeper', 'driver', 'cashier'], g.role),
  g.province nulls first, g.commune nulls first, p.name, g.id`;

/** Who has which role where, for those who appoint. */
@Injectable()
export class RoleQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
  ) {}

  /** Phones are shown with their middles hidden. */
  async list(actor: Actor, query: QueryOf<typeof listRoles>): Promise<ResultOf<typeof listRoles>> {
    const { role = null, words = '', ended, page } = query;
    const found = await rows<Row>(
      this.db,
      `${select} and case when $6 then not ${now} else ${now} end
         and ($7::text is null or g.role = $7)
         and ($8 = '' or lower(public.unaccent(coalesce(p.name, ''))) like '%' || $8 || '%' or p.phone like '%' || $9)
       ${order} limit ${onePage} offset $10`,
      [
        ...(await this.area(actor)),
        ended === 'true',
        role,
        fold(words).replace(/[%_\\]/g, ''),
        // Digits of a phone; without any, a number nobody has.
        words.replace(/\D/g, '').replace(/^0/, '') || '-',
        (page - 1) * onePage,
      ],
    );
    const total = found[0]?.total ?? 0;
    const items = found.map((row) => ({ ...view(row), phone: maskPhone(row.phone) }));
    return { items, total, page, pages: Math.max(1, Math.ceil(total / onePage)) };
  }

  /** One of them, whole; looking is noted. @throws Problem `platform.not-found` */
  async person(actor: Actor, id: string): Promise<ResultOf<typeof getPersonOfArea>> {
    const area = await this.area(actor);
    return inTx(this.db, async (tx) => {
      const found = await rows<Row>(tx, `${select} and ${now} and g.person = $6 ${order}`, [...area, id]);
      const [first] = found;
      if (!first) throw new Problem('platform.not-found');
      await looked(tx, actor, id, 'people');
      const { person, name, phone, kind } = first;
      const colleagues = await this.colleagues(tx, id, this.clock.now());
      return { id: person, name, phone, kind, roles: found.map(view), colleagues };
    });
  }

  /** Who holds the same role in the same place. */
  colleagues(tx: Tx, person: string, at: Date): Promise<{ id: string; name: string | null }[]> {
    return rows(
      tx,
      `select distinct p.id, p.name from identity.access_grant hers
         join identity.access_grant g on g.role = hers.role and g.person <> hers.person and g.producer is null
           and g.commune is not distinct from hers.commune and g.province is not distinct from hers.province
         join identity.person p on p.id = g.person and p.suspended_at is null
       where hers.person = $1 and hers.producer is null
         and hers.valid_from <= $2 and (hers.valid_until is null or hers.valid_until > $2)
         and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
       order by p.name, p.id limit 100`,
      [person, at],
    );
  }

  private async area(actor: Actor): Promise<[string[], string[], boolean, string | null, Date]> {
    const area = areaOf(actor, 'official.appoint');
    const communes = area.everywhere ? [] : await this.communes.inArea(area);
    return [communes, area.provinces, area.everywhere, actor.id, this.clock.now()];
  }
}

const view = (row: Row): RoleView => ({
  id: row.id,
  person: row.person,
  name: row.name,
  phone: row.phone,
  kind: row.kind,
  role: row.role,
  commune: row.commune,
  province: row.province,
  hamlets: row.hamlets,
  since: row.since.toISOString(),
  by: row.by,
  until: row.until?.toISOString() ?? null,
  isWaiting: row.isWaiting,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  isMe: row.isMe,
});
