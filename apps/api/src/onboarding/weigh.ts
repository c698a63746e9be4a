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
    const remarks = await openRemarks(tx, [...found.keys()]);
    for (const one of found.values()) {
      const { application, facts, views } = one;
      const list = tasks(views, facts, { rows: one.rows, remarks: remarks.get(application.id) ?? [] });
      const left = list.filter(({ state }) => state === 'todo' || state === 'returned').length;
      await tx.query('update onboarding.application set tasks_left = $2, missing = $3 where id = $1', [
        application.id,
        left,
        missingAtAll(views, facts, one.rows),
      ]);
      await this.activate(tx, actor, one);
      await this.lapse(tx, actor, one);
    }
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

  private async lapse(tx: Tx, actor: Actor, { application, views }: Case): Promise<void> {
    if (application.status !== 'active' && application.status !== 'suspended') return;
    const { id, commune } = application;
    const now = this.clock.now();
    const open = await rows<{ requirement: string; groups: string[] | null }>(
      tx,
      'select requirement, groups from onboarding.lapse where producer = $1 and restored_at is null',
      [id],
    );
    const lacking = lapses(views);
    const same = (one: (typeof open)[number], other: (typeof open)[number]) =>
      one.requirement === other.requirement && JSON.stringify(one.groups) === JSON.stringify(other.groups);
    for (const over of open.filter((one) => !lacking.some((other) => same(one, other)))) {
      await tx.query(
        'update onboarding.lapse set restored_at = $3 where producer = $1 and requirement = $2 and restored_at is null',
        [id, over.requirement, now],
      );
      await record(tx, actor, 'requirement.restored', id, { producer: id, commune, ...over });
    }
    for (const begun of lacking.filter((one) => !open.some((other) => same(one, other)))) {
      await tx.query('insert into onboarding.lapse (producer, requirement, groups, since) values ($1, $2, $3, $4)', [
        id,
        begun.requirement,
        begun.groups,
        now,
      ]);
      await record(tx, actor, 'requirement.lapsed', id, { producer: id, commune, ...begun });
    }
  }
}
