import { beatsOf, type FieldEntry, type FieldTwin, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import { Identity, type Twin } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { FieldPlace } from './field-place.ts';
import { inBeat } from './field.rules.ts';

export type EntryOf<K extends FieldEntry['kind']> = Extract<FieldEntry, { kind: K }>;

/**
 * Enters a household of the helper's hamlets and begins its application: the bare entry, which needs nobody's consent. Those
 * that may be the same are shown first, and a person decides.
 */
@Injectable()
export class EnterFromField {
  constructor(
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly onboarding: Onboarding,
    private readonly place: FieldPlace,
  ) {}

  /**
   * Answers those that may be the same; with any of them nothing was entered.
   * @throws Problem caseload.not-found (elsewhere), caseload.hamlet-unknown, caseload.own-phone, caseload.entry-changed
   */
  async run(tx: Tx, actor: Actor, { household, body }: EntryOf<'household'>): Promise<FieldTwin[]> {
    const { head, name = `Hộ ${head}`, phones, commune, citizenNumber, other } = body;
    const hamlet = body.hamlet ? await this.hamlet(tx, commune, body.hamlet) : null;
    if (!inBeat(beatsOf(actor, 'household.assist'), { commune, hamlet: hamlet?.slug ?? null })) {
      throw new Problem('caseload.not-found');
    }
    await this.isNotHerOwn(tx, actor, phones);
    if (await this.identity.producer(tx, household)) throw new Problem('caseload.entry-changed');
    // Two helpers who enter the same household at the same moment: the second sees the first one's.
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('caseload.enter ' || $1, 0))`, [commune]);
    const citizenIndex = citizenNumber ? this.identity.citizenIndex(citizenNumber) : null;
    const newcomer = { phones, citizenIndex, name, commune, hamlet: hamlet?.slug ?? null };
    const twins = await this.identity.possibleTwins(tx, newcomer);
    if (twins.length > 0 && !other) return await this.shown(tx, actor, twins);
    await this.onboarding.start(tx, actor, {
      ...newcomer,
      id: household,
      kind: 'household',
      head,
      subArea: hamlet?.name ?? null,
      how: 'assisted',
    });
    return [];
  }

  private async hamlet(tx: Tx, commune: string, slug: string) {
    const found = (await this.communes.hamlets(commune, tx)).find((hamlet) => hamlet.slug === slug);
    if (!found) throw new Problem('caseload.hamlet-unknown', { hamlet: slug });
    return found;
  }

  /** Else she could agree in the household's place. */
  private async isNotHerOwn(tx: Tx, actor: Actor, phones: readonly string[]): Promise<void> {
    const me = await this.identity.contact(tx, actor.id as string);
    if (me && phones.includes(me.phone)) {
      throw new Problem('caseload.own-phone', { errors: [{ field: 'body.phones', rule: 'own', message: '' }] });
    }
  }

  private async shown(tx: Tx, actor: Actor, twins: readonly Twin[]): Promise<FieldTwin[]> {
    const beats = beatsOf(actor, 'household.assist');
    const mine = twins.filter((twin) => inBeat(beats, twin)).map(({ producer }) => producer);
    await this.place.noteLooks(tx, actor, mine);
    const records = await this.identity.producers(tx, mine);
    return twins.map(({ producer, why }) => {
      const record = records.get(producer);
      return record
        ? { household: producer, why, name: record.name, place: record.subArea }
        : { household: null, why, name: null, place: null };
    });
  }
}
