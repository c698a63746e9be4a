import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type Case, Cases } from './facts.ts';
import { noteStep } from './note-step.ts';
import { openRemarks } from './open-remarks.ts';
import { lapses, missingAtAll, notMet, tasks } from './tasks.rules.ts';

/**
 * Weighs applications anew, after something about them changed: what is left to do is kept for boards and queues; an approved
 * one that has all it needs becomes active; and what an active one lacks is told once, and once more when it is there again.
 */
@Injectable()
export class Weigh {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
    // One after the other, and never two at once for one producer: what lapsed is told exactly once.
    const locked = await rows<{ id: string }>(
      tx,
      `select id from onboarding.application where id = any($1::uuid[]) and status <> 'closed' order by id for update`,
      [ids],
    );
    const found = await this.cases.many(
      tx,
      locked.map(({ id }) => id),
    );
    const all = [...found.values()];
    const remarks = await openRemarks(tx, [...found.keys()]);
    await this.keep(tx, all, remarks);
    for (const one of all) await this.activate(tx, actor, one);
    const selling = all.filter(({ application: { status } }) => status === 'active' || status === 'suspended');
    if (selling.length > 0) await this.lapse(tx, actor, selling);
  }

  /** What is left to do, for boards and queues: one statement for all that changed. */
  private async keep(tx: Tx, all: readonly Case[], remarks: Awaited<ReturnType<typeof openRemarks>>): Promise<void> {
    const weighed = all.flatMap(({ application, facts, views, rows: required }) => {
      const list = tasks(views, facts, { rows: required, remarks: remarks.get(application.id) ?? [] });
      const left = list.filter(({ state }) => state === 'todo' || state === 'returned').length;
      const missing = missingAtAll(views, facts, required);
      const same = application.tasksLeft === left && application.missing.join() === missing.join();
      return same ? [] : [{ id: application.id, left, missing }];
    });
    if (weighed.length === 0) return;
    await tx.query(
      `update onboarding.application a set tasks_left = now.left, missing = now.missing
       from jsonb_to_recordset($1::jsonb) as now (id uuid, "left" smallint, missing text[]) where a.id = now.id`,
      [JSON.stringify(weighed)],
    );
  }

  private async activate(tx: Tx, actor: Actor, { application, facts, views }: Case): Promise<void> {
    if (application.status !== 'approved' || notMet(views, facts, 'selling').length > 0) return;
    const { id, commune, applicant } = application;
    const now = this.clock.now();
    await tx.query(`update onboarding.application set status = 'active', status_since = $2 where id = $1`, [id, now]);
    application.status = 'active';
    await noteStep(tx, actor, { application: id, what: 'activated', at: now });
    await record(tx, actor, 'producer.activated', id, { commune, applicant: applicant as string });
  }

  private async lapse(tx: Tx, actor: Actor, selling: readonly Case[]): Promise<void> {
    const open = Map.groupBy(
      await rows<Open>(
        tx,
        'select producer, requirement, groups from onboarding.lapse where producer = any($1::uuid[]) and restored_at is null',
        [selling.map(({ application }) => application.id)],
      ),
      ({ producer }) => producer,
    );
    for (const { application, views } of selling) {
      await this.tell(tx, actor, application, { open: open.get(application.id) ?? [], lacking: lapses(views) });
    }
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    { id, commune }: Case['application'],
    { open, lacking }: { open: readonly Lacking[]; lacking: readonly Lacking[] },
  ): Promise<void> {
    const now = this.clock.now();
    for (const { requirement, groups } of open.filter((one) => !lacking.some((other) => same(one, other)))) {
      await tx.query(
        'update onboarding.lapse set restored_at = $3 where producer = $1 and requirement = $2 and restored_at is null',
        [id, requirement, now],
      );
      await record(tx, actor, 'requirement.restored', id, { producer: id, commune, requirement, groups });
    }
    for (const { requirement, groups } of lacking.filter((one) => !open.some((other) => same(one, other)))) {
      await tx.query('insert into onboarding.lapse (producer, requirement, groups, since) values ($1, $2, $3, $4)', [
        id,
        requirement,
        groups,
        now,
      ]);
      await record(tx, actor, 'requirement.lapsed', id, { producer: id, commune, requirement, groups });
    }
  }
}

interface Lacking {
  requirement: string;
  groups: string[] | null;
}
type Open = Lacking & { producer: string };

const same = (one: Lacking, other: Lacking): boolean =>
  one.requirement === other.requirement && JSON.stringify(one.groups) === JSON.stringify(other.groups);
