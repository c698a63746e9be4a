import type { Answer, AnswerItem, ApplicationStatus, ApplicationSummary, TaskId } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { NewProducer } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { clockOf, rows, type Tx } from '../platform/database.ts';
import { unsealText } from '../platform/sealed.ts';
import { ApplicationQueries } from './application.queries.ts';
import type { ConsentText } from './consent.entity.ts';
import { textsAt } from './consent.queries.ts';
import { type GivenConsent, GiveConsent } from './give-consent.ts';
import { payoutPlace } from './identity-proof.ts';
import { SaveAnswers } from './save-answers.ts';
import { StartApplication } from './start-application.ts';
import { type ListedProducer, StartApplications } from './start-applications.ts';
import { type ApplicationsWaiting, WaitingApplications } from './waiting.queries.ts';

/** Where a household or cooperative stands, as it was last weighed. */
export interface Standing {
  status: ApplicationStatus;
  tasksLeft: number;
  /** What it has still to do, by item and requirement. */
  missing: string[];
  since: Date;
}

/** An answer as it stands, and who gave it. */
export interface StandingAnswer {
  producer: string;
  item: AnswerItem;
  value: string | string[];
  at: Date;
  by: string | null;
}

/** An account that a producer wants to be paid to. */
export interface PayoutAccount {
  /** The bank's six digits. */
  bank: string;
  number: string;
  holder: string;
}

/** What other contexts may ask of onboarding. Whether an actor may, is theirs to decide before `start`, `answer`, `consent`. */
@Injectable()
export class Onboarding {
  constructor(
    private readonly db: DataSource,
    private readonly applications: ApplicationQueries,
    private readonly begin: StartApplication,
    private readonly beginMany: StartApplications,
    private readonly save: SaveAnswers,
    private readonly agree: GiveConsent,
    private readonly waits: WaitingApplications,
  ) {}

  /** The applications in whose name somebody may act, her own first. */
  mine(actor: Actor): Promise<z.input<typeof ApplicationSummary>[]> {
    return this.applications.mine(actor);
  }

  /** One application whole, for those in whose name somebody acts. @throws Problem onboarding.not-found */
  applicationOf(actor: Actor, producer: string) {
    return this.applications.own(actor, producer);
  }

  /**
   * Where money for these producers goes, number unsealed: for whoever must pay them, and for nothing else. An account that
   * was changed lately is frozen and left out.
   */
  async payoutAccounts(producers: readonly string[]): Promise<Map<string, PayoutAccount>> {
    const found = await rows<{ producer: string; bank: string; sealed: string; holder: string }>(
      this.db,
      `select producer, bank, number_sealed as sealed, holder from onboarding.payout
       where producer = any($1::uuid[]) and (frozen_until is null or frozen_until <= $2)`,
      [producers, clockOf(this.db).now()],
    );
    const opened = found.map(async ({ producer, bank, sealed, holder }) => {
      const number = await unsealText(sealed, payoutPlace(producer));
      return [producer, { bank, number, holder }] as const;
    });
    return new Map(await Promise.all(opened));
  }

  /** The tax codes of those producers that have entered one: for whoever declares taxes for them, and for nothing else. */
  async taxCodes(tx: Tx, producers: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ id: string; code: string }>(
      tx,
      'select id, tax_code as code from onboarding.application where id = any($1::uuid[]) and tax_code is not null',
      [producers],
    );
    return new Map(found.map(({ id, code }) => [id, code]));
  }

  /** A draft application beside its household or cooperative, which is entered if need be. False: it was there already. */
  start(tx: Tx, actor: Actor, producer: NewProducer): Promise<boolean> {
    return this.begin.within(tx, actor, producer);
  }

  /** Drafts for many households at once, each entered beside its application. Answers those that were not there. */
  startMany(tx: Tx, actor: Actor, producers: readonly ListedProducer[]): Promise<Set<string>> {
    return this.beginMany.run(tx, actor, producers);
  }

  /** Takes back those of a list's households that nobody has touched since. Answers those that are gone. */
  withdraw(tx: Tx, actor: Actor, producers: readonly string[]): Promise<string[]> {
    return this.beginMany.withdraw(tx, actor, producers);
  }

  /** Which task each requirement belongs to, of whatever day. */
  async requirementTasks(db: DataSource | Tx): Promise<Map<string, TaskId>> {
    const found = await rows<{ rule: string; task: TaskId }>(
      db,
      `select distinct on (rule) rule, task from onboarding.requirement where state = 'approved'
       order by rule, valid_from desc`,
    );
    return new Map(found.map(({ rule, task }) => [rule, task]));
  }

  /** Saves answers; by item the later one stands. @throws Problem onboarding.not-found, onboarding.illegal-step */
  answer(tx: Tx, actor: Actor, producer: string, answers: readonly z.infer<typeof Answer>[]): Promise<void> {
    return this.save.within(tx, actor, producer, answers);
  }

  /** Notes a consent somebody proved. @throws Problem onboarding.text-changed */
  consent(tx: Tx, actor: Actor, producer: string, consent: GivenConsent): Promise<void> {
    return this.agree.within(tx, actor, producer, consent);
  }

  /** How many applications of an officer's area wait for a decision or for their household. */
  waiting(actor: Actor): Promise<ApplicationsWaiting> {
    return this.waits.of(actor);
  }

  /** By producer; those without an application are left out. One statement for all. */
  async standing(db: DataSource | Tx, producers: readonly string[]): Promise<Map<string, Standing>> {
    const found = await rows<Standing & { id: string }>(
      db,
      `select id, status, tasks_left as "tasksLeft", missing, status_since as since
       from onboarding.application where id = any($1::uuid[])`,
      [producers],
    );
    return new Map(found.map(({ id, ...standing }) => [id, standing]));
  }

  /** By producer; questions nobody answered are left out. One statement for all. */
  async answers(db: DataSource | Tx, producers: readonly string[]): Promise<Map<string, StandingAnswer[]>> {
    const found = await rows<StandingAnswer>(
      db,
      `select producer, item, value, at, by from onboarding.answer
       where producer = any($1::uuid[]) and value is not null order by item`,
      [producers],
    );
    return Map.groupBy(found, ({ producer }) => producer);
  }

  /** The words people are asked to agree to at an instant, the required ones first. */
  texts(at: Date): Promise<ConsentText[]> {
    return textsAt(this.db, at);
  }
}
