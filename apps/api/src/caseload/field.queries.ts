import {
  beatsOf,
  type FieldHousehold,
  type findFieldHouseholds,
  type getFieldHousehold,
  type getFieldKit,
  type listFieldHouseholds,
  type listFieldLog,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { addDays, localPhone, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity, type Found } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { FieldPlace } from './field-place.ts';
import { FieldViews } from './field-views.ts';
import { inBeat } from './field.rules.ts';
import { readingAt } from './field-reading.ts';

type LogLine = ResultOf<typeof listFieldLog>['items'][number];

/** What a helper's phone reads, and takes along. */
@Injectable()
export class FieldQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly onboarding: Onboarding,
    private readonly place: FieldPlace,
    private readonly views: FieldViews,
    private readonly clock: Clock,
  ) {}

  /** A page is that page of each part of her area; what she has already is not sent again. */
  async list(
    actor: Actor,
    { page, known }: QueryOf<typeof listFieldHouseholds>,
  ): Promise<ResultOf<typeof listFieldHouseholds>> {
    const parts = await this.parts(actor, page);
    const items = await this.views.of(
      actor,
      parts.flatMap((part) => part.items),
    );
    await this.note(actor, items);
    const version = sha256(JSON.stringify(items)).slice(0, 32);
    const unchanged = version === known;
    return {
      version,
      unchanged,
      items: unchanged ? [] : items,
      total: parts.reduce((sum, { total }) => sum + total, 0),
      page,
      pages: Math.max(1, ...parts.map(({ pages }) => pages)),
    };
  }

  /** By name or phone; twelve digits are a citizen number. */
  async find(actor: Actor, words: string): Promise<ResultOf<typeof findFieldHouseholds>> {
    const digits = words.replace(/[\s.]/g, '');
    const found = /^\d{12}$/.test(digits)
      ? await this.byCitizen(actor, digits)
      : (await this.parts(actor, 1, words)).flatMap(({ items }) => items);
    const items = await this.views.of(actor, found.slice(0, 30));
    await this.note(actor, items);
    return { items, total: found.length };
  }

  async one(actor: Actor, id: string): Promise<ResultOf<typeof getFieldHousehold>> {
    const household = await this.place.household(this.db, actor, id);
    const [item] = await this.views.ofRecords(actor, [household]);
    const call = await this.identity.phonesOf(this.db, id);
    const [handing] = await rows<{ startedAt: Date }>(
      this.db,
      'select started_at as "startedAt" from caseload.hand_over where household = $1 and helper = $2 and ended_at is null',
      [id, actor.id],
    );
    const log = await this.logLines(logOfHousehold, [actor.id, id]);
    await inTx(this.db, (tx) => this.place.noteLooks(tx, actor, [id]));
    return {
      ...(item as FieldHousehold),
      call: call.map(localPhone),
      handingOver: handing?.startedAt.toISOString() ?? null,
      log,
    };
  }

  async kit(actor: Actor): Promise<ResultOf<typeof getFieldKit>> {
    const now = this.clock.now();
    const beats = beatsOf(actor, 'household.assist');
    const names = await this.communes.many(beats.map(({ commune }) => commune));
    const communes = await Promise.all(
      [...names].map(async ([code, { fullName }]) => {
        const hamlets = await this.communes.hamlets(code);
        const mine = hamlets.filter(({ slug }) => inBeat(beats, { commune: code, hamlet: slug }));
        return { code, name: fullName, hamlets: mine.map(({ slug, name, former }) => ({ slug, name, former })) };
      }),
    );
    const [reading, texts, me] = await Promise.all([
      readingAt(this.db, now),
      this.onboarding.texts(now),
      this.identity.contact(this.db, actor.id as string),
    ]);
    return {
      helper: { id: actor.id as string, name: me?.name ?? null },
      communes,
      reading,
      until: addDays(vietnamDay(now), reading.days),
      texts,
    };
  }

  async log(actor: Actor, page: number): Promise<ResultOf<typeof listFieldLog>> {
    const items = await this.logLines(logOfHelper, [actor.id, onePage, (page - 1) * onePage]);
    const [counted] = await rows<{ total: number }>(
      this.db,
      'select count(*)::int as total from caseload.field_entry where helper = $1',
      [actor.id],
    );
    return { items, page, pages: Math.max(1, Math.ceil((counted?.total ?? 0) / onePage)) };
  }

  private async parts(actor: Actor, page: number, words?: string): Promise<Found[]> {
    const found: Found[] = [];
    for (const { commune, hamlets } of beatsOf(actor, 'household.assist')) {
      found.push(await this.identity.find(this.db, { communes: [commune], hamlets, words, page }));
    }
    // Two grants for one commune name a household twice.
    const seen = new Set<string>();
    return found.map((part) => ({
      ...part,
      items: part.items.filter(({ id }) => !seen.has(id) && seen.add(id)),
    }));
  }

  private async byCitizen(actor: Actor, number: string): Promise<Found['items']> {
    const beats = beatsOf(actor, 'household.assist');
    const newcomer = { phones: [], citizenIndex: this.identity.citizenIndex(number), name: '', commune: '' };
    const twins = (await this.identity.possibleTwins(this.db, newcomer)).filter((twin) => inBeat(beats, twin));
    const records = await this.identity.producers(
      this.db,
      twins.map(({ producer }) => producer),
    );
    return this.views.found([...records.values()]);
  }

  private note(actor: Actor, items: readonly { id: string }[]): Promise<void> {
    return inTx(this.db, (tx) =>
      this.place.noteLooks(
        tx,
        actor,
        items.map(({ id }) => id),
      ),
    );
  }

  private async logLines(sql: string, values: readonly unknown[]): Promise<LogLine[]> {
    const lines = await rows<Omit<LogLine, 'name' | 'at'> & { at: Date }>(this.db, sql, values);
    const names = await this.identity.producers(this.db, [...new Set(lines.map(({ household }) => household))]);
    return lines.map(({ at, ...line }) => ({
      ...line,
      name: names.get(line.household)?.name ?? null,
      at: at.toISOString(),
    }));
  }
}

const onePage = 50;
const logColumns = 'select id, household, kind, received_at as at, outcome from caseload.field_entry';
const logOfHelper = `${logColumns} where helper = $1 order by received_at desc, id limit $2 offset $3`;
const logOfHousehold = `${logColumns} where helper = $1 and household = $2 order by received_at desc, id limit 50`;
