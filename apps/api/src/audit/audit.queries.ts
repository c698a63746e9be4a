import { type listAudit, type QueryOf, type ResultOf, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';

interface Row {
  id: string;
  at: Date;
  kind: 'did' | 'looked';
  what: string;
  actorKind: string;
  actorId: string | null;
  subject: string;
  onBehalfOf: string | null;
  purpose: string | null;
}

const pageSize = 50;

/** Under which subject a look at a province's audit is noted. */
const auditOf = (province: string): string => `audit:${province}`;

/**
 * Who did or looked at what in the provinces of the officer who asks. A fact belongs to a province when it names it, or one
 * of its communes; a look, when it was at a subject with such a fact, or at the province's audit itself.
 */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
  ) {}

  /** Newest first. Reading the audit is itself noted, in the same transaction. */
  async list(actor: Actor, query: QueryOf<typeof listAudit>): Promise<ResultOf<typeof listAudit>> {
    const { subject, actor: doer, page } = query;
    const provinces = provincesOf(actor);
    const communes = (await Promise.all(provinces.map((province) => this.communes.inProvince(province)))).flat();
    const found = await inTx(this.db, async (tx) => {
      for (const province of provinces) await looked(tx, actor, auditOf(province), purposeOf(subject, doer));
      return rows<Row>(tx, listing, [
        provinces,
        communes,
        provinces.map(auditOf),
        subject ?? null,
        doer ?? null,
        pageSize + 1,
        (page - 1) * pageSize,
      ]);
    });
    const items = await this.named(found.slice(0, pageSize));
    return { items, page, more: found.length > pageSize };
  }

  /**
   * Who looked at somebody's own data: at these subjects, newest first. Officials and helpers by name, as she would be told
   * at the counter; the house itself is left out.
   */
  async looksAt(subjects: readonly string[], page: number): Promise<{ items: Look[]; more: boolean }> {
    const found = await rows<{ at: Date; actorId: string; actorKind: string; purpose: string }>(
      this.db,
      `select at, actor_id as "actorId", actor_kind as "actorKind", purpose from platform.looked
       where subject = any($1::text[]) and actor_id is not null and actor_kind in ('person', 'official', 'partner')
         and actor_id <> all($1::text[])
       order by at desc, id desc limit $2 offset $3`,
      [subjects, pageSize + 1, (page - 1) * pageSize],
    );
    const names = await this.identity.contacts([...new Set(found.map(({ actorId }) => actorId))]);
    return {
      items: found.slice(0, pageSize).map(({ at, actorId, actorKind, purpose }) => ({
        at: at.toISOString(),
        who: names.get(actorId)?.name ?? actorKind,
        what: purpose,
      })),
      more: found.length > pageSize,
    };
  }

  private async named(found: Row[]): Promise<ResultOf<typeof listAudit>['items']> {
    const people = found.flatMap(({ actorId }) => (actorId && isId(actorId) ? [actorId] : []));
    const [names, producers] = await Promise.all([
      this.identity.contacts([...new Set(people)]),
      this.identity.producers(
        this.db,
        found.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
      ),
    ]);
    return found.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      actorName: names.get(row.actorId ?? '')?.name ?? null,
      onBehalfOf: row.onBehalfOf ? (producers.get(row.onBehalfOf)?.name ?? row.onBehalfOf) : null,
    }));
  }
}

export interface Look {
  at: string;
  who: string;
  what: string;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Only a grant for a province opens its audit; without one nothing is in scope. */
const provincesOf = (actor: Actor): string[] => areaOf(actor, 'audit.read').provinces;

const purposeOf = (subject: string | undefined, doer: string | undefined): string =>
  ['audit.read', subject && `subject ${subject}`, doer && `actor ${doer}`].filter(Boolean).join(', ');

/** $1 provinces, $2 their communes, $3 subjects of their audits, $4 subject, $5 actor, $6 rows, $7 rows before. */
const listing = `
with facts as (
  select id, at, 'did' as kind, type as what, actor_kind, actor_id, subject, on_behalf_of, null::text as purpose
  from platform.event
  where (data ->> 'province' = any($1::text[]) or data ->> 'commune' = any($2::text[]))
    and ($4::text is null or subject = $4) and ($5::text is null or actor_id = $5)
  order by at desc, id desc limit $6::int + $7::int
), looks as (
  select id, at, 'looked' as kind, 'looked' as what, actor_kind, actor_id, subject, null::text as on_behalf_of, purpose
  from platform.looked l
  where (
      subject = any($3::text[])
      or exists (
        select 1 from platform.event e
        where e.subject = l.subject and (e.data ->> 'province' = any($1::text[]) or e.data ->> 'commune' = any($2::text[]))
      )
    )
    and ($4::text is null or subject = $4) and ($5::text is null or actor_id = $5)
  order by at desc, id desc limit $6::int + $7::int
)
select id, at, kind, what, actor_kind as "actorKind", actor_id as "actorId", subject,
  on_behalf_of as "onBehalfOf", purpose
from (select * from facts union all select * from looks) as entries
order by at desc, id desc limit $6::int offset $7::int`;
