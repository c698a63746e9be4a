import {
  type Area,
  areaOf,
  type CourseView,
  type listTrainings,
  ownProducers,
  Problem,
  type QueryOf,
  type ResultOf,
  type Right,
  type SkillSheet,
  type TrainingSession,
  type TrainingSessionDetail,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity, type ProducerRecord } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { isOpen, type Limits, stateOf } from './training.rules.ts';
import * as sql from './training.sql.ts';

const pageSize = 20;

export interface SessionRow {
  id: string;
  course: string;
  title: string;
  hours: number;
  commune: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  trainer: string;
  cancelledAt: Date | null;
  attended: number;
}

const scope = ({ communes, provinces, everywhere }: Area) => [communes, provinces, everywhere] as const;

/** Sessions, lists and skills, as those of an area and the households themselves see them. */
@Injectable()
export class TrainingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly identity: Identity,
  ) {}

  async courses(actor: Actor): Promise<CourseView[]> {
    const { communes, provinces } = areaOf(actor, 'training.read');
    const places = await this.communes.many(communes);
    const mine = [...provinces, ...[...places.values()].map(({ province }) => province.code)];
    return rows<CourseView>(
      this.db,
      `select id, title, content, hours::float8 as hours, province, valid_from as "validFrom", valid_to as "validTo",
              legal_ref as "legalRef"
       from training.course where (province is null or province = any($1::text[]))
         and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
       order by title, id`,
      [mine, this.today()],
    );
  }

  async list(
    actor: Actor,
    { show, commune, page }: QueryOf<typeof listTrainings>,
  ): Promise<ResultOf<typeof listTrainings>> {
    const where = [...scope(areaOf(actor, 'training.read')), commune ?? null, this.clock.now()];
    const [list, count] = show === 'coming' ? [sql.coming, sql.countComing] : [sql.past, sql.countPast];
    const [found, [counted]] = await Promise.all([
      rows<SessionRow>(this.db, list, [...where, pageSize, (page - 1) * pageSize]),
      rows<{ total: number }>(this.db, count, where),
    ]);
    const total = counted?.total ?? 0;
    return { items: await this.views(found), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
  }

  /**
   * A session where the actor holds the right.
   * @throws Problem training.not-found for any other
   */
  async row(db: DataSource | Tx, actor: Actor, { id, right }: { id: string; right: Right }): Promise<SessionRow> {
    const [found] = await rows<SessionRow>(db, `${sql.session} where ${sql.inArea} and s.id = $4`, [
      ...scope(areaOf(actor, right)),
      id,
    ]);
    if (!found) throw new Problem('training.not-found');
    return found;
  }

  /** With who was there; that somebody looked is noted for each household. */
  detail(actor: Actor, id: string): Promise<TrainingSessionDetail> {
    return inTx(this.db, async (tx) => {
      const found = await this.row(tx, actor, { id, right: 'training.read' });
      const there = await rows<{ producer: string; how: 'qr' | 'list'; at: Date }>(tx, sql.attendees, [id]);
      const households = await this.identity.producers(
        tx,
        there.map(({ producer }) => producer),
      );
      if (there.length > 0) await looked(tx, actor, [...households.keys()], 'training.list');
      const [view] = await this.views([found]);
      if (!view) throw new Problem('training.not-found');
      return {
        ...view,
        attendees: there.map(({ producer, how, at }) => ({
          producer,
          name: households.get(producer)?.name ?? '',
          hamlet: households.get(producer)?.subArea ?? null,
          how,
          at: at.toISOString(),
        })),
        open: isOpen(found, await this.limits(), this.clock.now()),
      };
    });
  }

  /** Coming sessions where the actor's households are, and what those can do. */
  async mine(actor: Actor): Promise<{ coming: TrainingSession[]; sheets: SkillSheet[] }> {
    const households = [...(await this.identity.producers(this.db, ownProducers(actor))).values()];
    const communes = [...new Set(households.map(({ commune }) => commune))];
    const [coming, sheets] = await Promise.all([
      rows<SessionRow>(this.db, sql.comingIn, [communes, this.clock.now()]),
      Promise.all(households.map((household) => this.sheet(household))),
    ]);
    return { coming: await this.views(coming), sheets };
  }

  async sheet(household: ProducerRecord): Promise<SkillSheet> {
    const [skills, shown, courses] = await Promise.all([
      this.skills(),
      rows<{ skill: string; trainer: string; at: Date }>(
        this.db,
        'select skill, trainer, at from training.skill_shown where producer = $1',
        [household.id],
      ),
      rows<{ title: string; startsAt: Date }>(
        this.db,
        `select c.title, s.starts_at as "startsAt" from training.attendance a
         join training.session s on s.id = a.session join training.course c on c.id = s.course
         where a.producer = $1 order by s.starts_at desc`,
        [household.id],
      ),
    ]);
    const names = await this.identity.contacts([...new Set(shown.map(({ trainer }) => trainer))]);
    const bySkill = new Map(shown.map((one) => [one.skill, one]));
    const items = skills.map(({ id, title, hint }) => {
      const seen = bySkill.get(id);
      return {
        id,
        title,
        hint,
        shownAt: seen?.at.toISOString() ?? null,
        shownTo: seen ? (names.get(seen.trainer)?.name ?? null) : null,
      };
    });
    const complete = items.every(({ shownAt }) => shownAt !== null);
    const last = shown
      .map(({ at }) => at.toISOString())
      .toSorted()
      .at(-1);
    return {
      producer: household.id,
      name: household.name,
      skills: items,
      complete,
      signedAt: complete ? (last ?? null) : null,
      courses: courses.map(({ title, startsAt }) => ({ title, day: vietnamDay(startsAt) })),
    };
  }

  /** What a household should be able to do, by the list in force today. */
  async skills(): Promise<{ id: string; title: string; hint: string; position: number }[]> {
    const found = await rows<{ id: string; title: string; hint: string; position: number }>(this.db, sql.skills, [
      this.today(),
    ]);
    return found.toSorted((left, right) => left.position - right.position);
  }

  async limits(): Promise<Limits> {
    const [found] = await rows<Limits>(this.db, sql.limits, [this.today()]);
    if (!found) throw new Error('no limits of training are in force');
    return found;
  }

  today(): string {
    return vietnamDay(this.clock.now());
  }

  private async views(found: SessionRow[]): Promise<TrainingSession[]> {
    const [communes, trainers] = await Promise.all([
      this.communes.many([...new Set(found.map(({ commune }) => commune))]),
      this.identity.contacts([...new Set(found.map(({ trainer }) => trainer))]),
    ]);
    return found.map((row) => ({
      id: row.id,
      course: { id: row.course, title: row.title, hours: row.hours },
      commune: { code: row.commune, fullName: communes.get(row.commune)?.fullName ?? row.commune },
      place: row.place,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      trainer: { id: row.trainer, name: trainers.get(row.trainer)?.name ?? null },
      state: stateOf(row, this.clock.now()),
      attended: row.attended,
    }));
  }
}
