import type { FieldHousehold } from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { type Found, Households, Identity, type ProducerRecord } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';

/** Households as a helper's phone keeps them: as many statements for thirty as for one. */
@Injectable()
export class FieldViews {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly households: Households,
    private readonly onboarding: Onboarding,
  ) {}

  async of(actor: Actor, found: Found['items']): Promise<FieldHousehold[]> {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const held = await this.heldBy(actor);
    const writable = ids.filter((id) => held.get(id)?.rights.includes('producer.prepare'));
    const [communes, standing, answers, visits] = await Promise.all([
      this.communes.many(found.map(({ commune }) => commune)),
      this.onboarding.standing(this.db, ids),
      this.onboarding.answers(this.db, writable),
      this.nextVisits(ids),
    ]);
    return found.map(({ id, name, head, commune, hamlet, subArea, phones, signedIn }) => {
      const stands = standing.get(id);
      return {
        id,
        name,
        head,
        commune,
        communeName: communes.get(commune)?.fullName ?? '',
        hamlet,
        place: subArea ?? hamlet,
        phones: phones.map(maskPhone),
        status: stands?.status ?? null,
        tasksLeft: stands?.tasksLeft ?? null,
        missing: stands?.missing ?? [],
        signedIn,
        delegation: held.get(id) ?? null,
        nextVisit: visits.get(id) ?? null,
        answers: (answers.get(id) ?? []).map(({ item, value, at }) => ({ item, value, at: at.toISOString() })),
      };
    });
  }

  async ofRecords(actor: Actor, records: readonly ProducerRecord[]): Promise<FieldHousehold[]> {
    return this.of(actor, await this.found(records));
  }

  /** With their numbers, and whether their own people have signed in. */
  async found(records: readonly ProducerRecord[]): Promise<Found['items']> {
    const ids = records.map(({ id }) => id);
    const [phones, owners] = await Promise.all([this.households.phonesOfAll(ids), this.identity.ownersOfAll(ids)]);
    return records.map((record) => ({
      ...record,
      phones: phones.get(record.id) ?? [],
      signedIn: (owners.get(record.id) ?? []).length > 0,
    }));
  }

  /** What each household lets her do now, herself and not through a cooperative; of several the one that holds longest. */
  private async heldBy(actor: Actor): Promise<Map<string, NonNullable<FieldHousehold['delegation']>>> {
    const held = new Map<string, NonNullable<FieldHousehold['delegation']>>();
    for (const { producer, rights, until, toCooperative } of await this.households.heldBy(actor.id as string)) {
      if (toCooperative) continue;
      const known = held.get(producer);
      held.set(producer, {
        rights: [...new Set([...(known?.rights ?? []), ...rights])],
        until: known && known.until > until ? known.until : until,
      });
    }
    return held;
  }

  private async nextVisits(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ producer: string; day: string }>(
      this.db,
      `select producer, min(planned_for) as day from caseload.visit
       where producer = any($1::uuid[]) and visited_on is null and dropped_at is null group by producer`,
      [ids],
    );
    return new Map(found.map(({ producer, day }) => [producer, day]));
  }
}
