import { type Answer, type AnswerItem, type ApplicationDetail, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { AmendProducer, type Amendment, TurnHeads } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type Kept, saysTheSame, shaped, stands } from './answer.rules.ts';
import type { Application } from './application.entity.ts';
import { ApplicationQueries } from './application.queries.ts';
import { fateOf } from './application.rules.ts';
import { communeOf } from './commune-of.ts';
import { lockApplication, mayFor, onBehalf } from './lock-application.ts';
import { clearRemarks } from './open-remarks.ts';
import { Weigh } from './weigh.ts';

type Given = z.infer<typeof Answer>;
type Shaped = Kept & { item: AnswerItem };
interface Known {
  item: AnswerItem;
  value: Kept['value'];
  at: Date;
  wish: Kept['value'];
  wishAt: Date | null;
}

/**
 * Saves answers one by one. Of two answers to one question the later stands, wherever it was given and whenever it arrives;
 * the same again is nothing. Who gave it, when, and whether for somebody else, is kept with it.
 */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly amend: AmendProducer,
    private readonly heads: TurnHeads,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, answers: readonly Given[]): Promise<z.input<typeof ApplicationDetail>> {
    mayFor(actor, id, 'producer.prepare');
    await inTx(this.db, (tx) => this.within(tx, actor, id, answers));
    return this.applications.own(actor, id);
  }

  /**
   * For whoever has decided that the actor may write in this application (a helper with the household's consent).
   * @throws Problem onboarding.not-found, onboarding.illegal-step naming the items, platform.invalid-input
   */
  async within(tx: Tx, actor: Actor, id: string, answers: readonly Given[]): Promise<void> {
    const given = shaped(answers, this.clock.now());
    for (const [index, { item, value }] of given.entries()) {
      if (item === 'commune' && typeof value === 'string') {
        await communeOf(this.communes, value, `answers[${index}].value`);
      }
      refuseEmpty(item, value, index);
    }
    const application = await lockApplication(tx, id);
    const known = new Map(
      (
        await rows<Known>(
          tx,
          'select item, value, at, wish, wish_at as "wishAt" from onboarding.answer where producer = $1',
          [id],
        )
      ).map((one) => [one.item, one]),
    );
    const later = given.filter((one) => isNews(one, known.get(one.item)));
    const fate = ({ item, value }: Shaped) => {
      const found = fateOf(application.status, item);
      return found === 'wish' && value === null ? 'refused' : found;
    };
    const refused = later.filter((one) => fate(one) === 'refused').map(({ item }) => item);
    if (refused.length > 0) {
      throw new Problem('onboarding.illegal-step', {
        from: application.status,
        to: application.status,
        items: refused,
      });
    }
    const wishes = later.filter((one) => fate(one) === 'wish');
    await this.wish(tx, actor, application, wishes);
    await this.keep(tx, actor, { application, known, kept: later.filter((one) => fate(one) === 'kept') });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    {
      application,
      kept,
      known,
    }: { application: Application; kept: readonly Shaped[]; known: ReadonlyMap<AnswerItem, Known> },
  ): Promise<void> {
    const { id } = application;
    const now = this.clock.now();
    for (const { item, value, at } of kept) {
      await tx.query(
        `insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (producer, item) do update set value = excluded.value, at = excluded.at,
           received_at = excluded.received_at, by = excluded.by, on_behalf = excluded.on_behalf`,
        [id, item, value === null ? null : JSON.stringify(value), at, now, personOf(actor), onBehalf(actor, id)],
      );
    }
    const changed = kept.filter(({ item, value }) => !saysTheSame(value, known.get(item)?.value ?? null));
    if (changed.length === 0) return;
    const amendment = await this.mirror(tx, id, new Map(changed.map(({ item, value }) => [item, value])));
    if (amendment.kind) await this.heads.run(tx, actor, id, amendment.kind);
    const items = changed.map(({ item }) => item);
    await clearRemarks(tx, id, items, now);
    await record(tx, actor, 'application.answered', id, { producer: id, commune: application.commune, items });
    await this.weigh.run(tx, actor, [id]);
  }

  /** What an officer must agree to first; wishing for what is there already is wishing for nothing. */
  private async wish(
    tx: Tx,
    actor: Actor,
    { id, commune }: Pick<Application, 'id' | 'commune'>,
    wishes: readonly Shaped[],
  ): Promise<void> {
    if (wishes.length > 0) {
      const items = wishes.map(({ item }) => item);
      await record(tx, actor, 'application.answered', id, { producer: id, commune, items });
    }
    for (const { item, value, at } of wishes) {
      await tx.query(
        `update onboarding.answer set wish = case when value = $3::jsonb then null else $3::jsonb end,
           wish_at = $4, wish_by = $5 where producer = $1 and item = $2`,
        [id, item, JSON.stringify(value), at, personOf(actor)],
      );
    }
  }

  /** What queues and other contexts read of an application follows its answers. */
  private async mirror(tx: Tx, id: string, said: ReadonlyMap<AnswerItem, Kept['value']>): Promise<Amendment> {
    const text = (item: AnswerItem) => (said.has(item) ? (said.get(item) as string | null) : undefined);
    const code = text('commune');
    const province = code ? (await communeOf(this.communes, code)).province.code : undefined;
    await tx.query(
      `update onboarding.application set kind = coalesce($2, kind), name = coalesce($3, name), commune = coalesce($4, commune),
         province = coalesce($5, province), sub_area = case when $6 then $7 else sub_area end,
         crops = case when $8 then $9::text[] else crops end
       where id = $1`,
      [
        id,
        text('kind') ?? null,
        text('name') ?? null,
        code ?? null,
        province ?? null,
        said.has('sub-area'),
        text('sub-area') ?? null,
        said.has('crops'),
        said.get('crops') ?? [],
      ],
    );
    const amendment = amendmentOf(text);
    if (Object.keys(amendment).length > 0) await this.amend.run(tx, id, amendment);
    return amendment;
  }
}

/** The columns of queues cannot be empty: a stall always has a kind, a name and a commune once it was begun. */
const refuseEmpty = (item: AnswerItem, value: Kept['value'], index: number): void => {
  if (value !== null || (item !== 'kind' && item !== 'name' && item !== 'commune')) return;
  throw new Problem('platform.invalid-input', {
    errors: [
      { field: `answers[${index}].value`, rule: 'required', message: `${item}: can be changed, not taken back` },
    ],
  });
};

const isNews = (arriving: Shaped, known: Known | undefined): boolean => {
  if (!known) return true;
  if (known.wishAt && !stands(arriving, { value: known.wish, at: known.wishAt })) return false;
  return stands(arriving, known);
};

const amendmentOf = (text: (item: AnswerItem) => string | null | undefined): Amendment => {
  const [kind, name, head, commune, subArea] = [
    text('kind'),
    text('name'),
    text('head'),
    text('commune'),
    text('sub-area'),
  ];
  return {
    ...(kind ? { kind: kind as NonNullable<Amendment['kind']> } : {}),
    ...(name ? { name } : {}),
    ...(head === undefined ? {} : { head }),
    ...(commune ? { commune } : {}),
    ...(subArea === undefined ? {} : { subArea }),
  };
};

export const personOf = (actor: Actor): string | null => (actor.kind === 'system' ? null : actor.id);
