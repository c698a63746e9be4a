import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import { EnterProducers, type NewProducer } from '../identity/index.ts';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { goodsOf } from './listed-goods.rules.ts';
import { personOf } from './save-answers.ts';
import { Weigh } from './weigh.ts';

/** A household or cooperative as a commune's list has it. */
export interface ListedProducer extends Omit<NewProducer, 'owner'> {
  address?: string | null;
  /** What it makes, as it is written: `Vải thiều, mật ong`. */
  goods?: string | null;
}

/** Draft applications for many at once, as a list brings them; and taking back those nobody touched. */
@Injectable()
export class StartApplications {
  constructor(
    private readonly communes: Communes,
    private readonly catalogue: Catalogue,
    private readonly papers: Papers,
    private readonly enter: EnterProducers,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** Enters the households and begins a draft beside each. Answers those that were not there. @throws Problem communes.unknown */
  async run(tx: Tx, actor: Actor, producers: readonly ListedProducer[]): Promise<Set<string>> {
    const fresh = await this.enter.run(tx, actor, producers);
    const now = this.clock.now();
    const units = await this.communes.many(producers.map(({ commune }) => commune));
    const names = (await this.catalogue.commodities()).map(({ id, name }) => ({ id, folded: fold(name) }));
    const given = producers
      .filter(({ id }) => fresh.has(id))
      .map(({ id, kind, name, head = null, commune, subArea = null, address = null, goods = null }) => {
        const { crops, rest } = goodsOf(goods, names);
        const note = rest ? `Sản phẩm theo danh sách của xã: ${rest}` : null;
        const said = {
          kind,
          name,
          head,
          commune,
          'sub-area': subArea,
          address,
          crops: crops.length > 0 ? crops : null,
          note,
        };
        const answers = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== ''));
        const unit = units.get(commune);
        return {
          id,
          kind,
          name,
          commune: unit?.code,
          province: unit?.province.code,
          sub_area: subArea,
          crops,
          answers,
        };
      });
    const list = JSON.stringify(given);
    await tx.query(begin, [list, now]);
    await tx.query(answer, [list, now, personOf(actor)]);
    await tx.query(step, [list, now, personOf(actor)]);
    await this.weigh.run(tx, actor, [...fresh]);
    return fresh;
  }

  /**
   * Takes back those of them that are as the list left them: a draft nobody wrote in, agreed to anything for, or handed a paper
   * in for. Their households go too. Answers those that are gone.
   */
  async withdraw(tx: Tx, actor: Actor, producers: readonly string[]): Promise<string[]> {
    const free = await this.enter.untouched(tx, producers);
    const papers = await this.papers.ofAll(tx, free);
    const bare = free.filter((id) => (papers.get(id) ?? []).length === 0);
    const drafts = await rows<{ id: string }>(tx, untouched, [bare]);
    const ids = drafts.map(({ id }) => id);
    for (const table of ['answer', 'attestation', 'grace', 'lapse']) {
      await tx.query(`delete from onboarding.${table} where producer = any($1::uuid[])`, [ids]);
    }
    await tx.query('delete from onboarding.step where application = any($1::uuid[])', [ids]);
    await tx.query('delete from onboarding.application where id = any($1::uuid[])', [ids]);
    return this.enter.withdraw(tx, actor, ids);
  }
}

const shape = `jsonb_to_recordset($1::jsonb) as given (id uuid, kind text, name text, commune text, province text,
  sub_area text, crops text[], answers jsonb)`;
const begin = `insert into onboarding.application (id, applicant, kind, name, commune, province, sub_area, crops, status,
    status_since, created_at, round)
  select id, null, kind, name, commune, province, sub_area, crops, 'draft', $2::timestamptz, $2::timestamptz, 0 from ${shape}
  on conflict (id) do nothing`;
const answer = `insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf)
  select id, said.key, said.value, $2::timestamptz, $2::timestamptz, $3::uuid, true
  from ${shape}, jsonb_each(answers) as said on conflict do nothing`;
const step = `insert into onboarding.step (application, at, what, by)
  select id, $2::timestamptz, 'started', $3::uuid from ${shape}`;

/** As it was begun: no answer came later, nothing was agreed to, proved or paid. */
const untouched = `select a.id from onboarding.application a
  where a.id = any($1::uuid[]) and a.status = 'draft' and a.round = 0 and a.applicant is null
    and not exists (select 1 from onboarding.answer w where w.producer = a.id and w.received_at > a.created_at)
    and not exists (select 1 from onboarding.consent c where c.producer = a.id)
    and not exists (select 1 from onboarding.identity_proof i where i.producer = a.id)
    and not exists (select 1 from onboarding.payout p where p.producer = a.id)
    and not exists (select 1 from onboarding.attestation t where t.producer = a.id)
  order by a.id for update`;
