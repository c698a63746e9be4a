import { areaOf, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Colleagues, EnterProducers, Identity, JoinCooperative } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { endImport } from './import-end.ts';
import { ImportFiles } from './import-files.ts';
import { advance, hold } from './import-lease.ts';
import type { Import, ImportRowKept } from './import.entity.ts';
import { rowColumns } from './import.queries.ts';

const chunk = 200;

/** Enters what may be entered, two hundred rows a transaction, in the name of who said so and with what she may do now. */
@Injectable()
export class EnterImport {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly households: EnterProducers,
    private readonly colleagues: Colleagues,
    private readonly onboarding: Onboarding,
    private readonly join: JoinCooperative,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
  ) {}

  async run(one: Import, enough: () => boolean): Promise<void> {
    for (let more = true; more && !enough(); ) {
      more = await inTx(this.db, async (tx) => {
        await hold(tx, one);
        const actor = await this.colleagues.actor(tx, one.enteredBy ?? one.createdBy);
        if (!actor || !within(actor, one)) {
          await tx.query(
            `update caseload.import set state = 'checked', lease_until = null, reason = $2 where id = $1`,
            [one.id, JSON.stringify({ column: null, cell: null, code: 'not-in-office', about: null })],
          );
          return false;
        }
        // One at a time in a commune, lists and helpers alike: what another enters is seen by the look for twins below.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('caseload.enter ' || $1, 0))`, [one.commune]);
        const ready = await rows<ImportRowKept>(tx, readySql, [one.id, chunk]);
        if (ready.length === 0) {
          await this.finish(tx, actor, one);
          return false;
        }
        await this.enter(tx, actor, one, ready);
        await advance(tx, one, one.rowsDone + ready.length);
        return true;
      });
    }
    await this.files.sweep(one.id);
  }

  private async enter(tx: Tx, actor: Actor, one: Import, ready: readonly ImportRowKept[]): Promise<void> {
    const now = this.clock.now();
    const late = await this.late(tx, one, ready);
    await tx.query(flag, [one.id, JSON.stringify(late)]);
    const sure = ready.filter((row) => !late.some(({ part, line }) => part === row.part && line === row.line));
    const hamlets = new Map<string, string>();
    const hamletOf = async ({ hamlet, hamletName, former }: ImportRowKept): Promise<string | null> => {
      if (hamlet || !hamletName) return hamlet;
      const key = `${hamletName}|${former ?? ''}`;
      const slug =
        hamlets.get(key) ??
        (await this.communes.findOrMakeHamlet(tx, one.commune, { name: hamletName, former }, actor.id)).slug;
      hamlets.set(key, slug);
      return slug;
    };
    const fresh = sure.filter(({ state, decision }) => decision === 'other' || (state === 'new' && decision === null));
    const list = [];
    for (const row of fresh) {
      const { id, kind, head, phones, citizenIndex, address, goods } = row;
      const facts = {
        id,
        kind,
        head,
        phones,
        citizenIndex,
        address,
        goods,
        commune: one.commune,
        how: 'imported' as const,
      };
      list.push({ ...facts, name: row.name ?? '', hamlet: await hamletOf(row), subArea: placeOf(row) });
    }
    if (list.length > 0) await this.onboarding.startMany(tx, actor, list);
    const settled = fresh.map(({ part, line, id }) => ({ part, line, state: 'entered', producer: id }));
    for (const row of sure) {
      if (row.decision === 'leave-out') settled.push({ ...key(row), state: 'left-out', producer: null as never });
      if (row.decision !== 'same') continue;
      const producer = row.producer ?? (await this.twinOf(tx, one, row, settled));
      if (producer) await this.merge(tx, actor, { row, producer, hamlet: await hamletOf(row) });
      settled.push({ ...key(row), state: producer ? 'merged' : 'left-out', producer: producer as string });
    }
    if (one.cooperative) {
      for (const { producer, state } of settled) {
        if (state === 'left-out' || producer === one.cooperative) continue;
        const member = {
          cooperative: one.cooperative,
          household: producer,
          evidence: 'list' as const,
          evidenceRef: one.id,
        };
        await this.join.run(tx, actor, member).catch(notAHousehold);
      }
    }
    await tx.query(settle, [one.id, JSON.stringify(settled), now]);
  }

  /** Rows without a decision that meanwhile may be the same as another household: they wait for a person now. */
  private async late(tx: Tx, one: Import, ready: readonly ImportRowKept[]) {
    const unseen = ready.filter(({ decision }) => decision === null);
    const twins = await this.identity.possibleTwinsOfAll(
      tx,
      unseen.map(({ phones, citizenIndex, name, head, hamlet }) => ({
        ...{ phones, citizenIndex, name: name ?? '', head, commune: one.commune, hamlet },
      })),
    );
    return [...twins].flatMap(([index, found]) => {
      const row = unseen[index];
      return row ? [{ ...key(row), twins: found.map(({ producer, why }) => ({ producer, line: null, why })) }] : [];
    });
  }

  /** Which household the row's twin is: one that was there, or what an earlier row of the file became. */
  private async twinOf(
    tx: Tx,
    one: Import,
    row: ImportRowKept,
    settled: readonly { part: number; line: number; producer: string }[],
  ): Promise<string | null> {
    const twins = await this.identity.producers(
      tx,
      row.twins.flatMap(({ producer }) => producer ?? []),
    );
    // A household of another commune is not theirs to change.
    const known = [...twins.values()].find((twin) => twin.commune === one.commune)?.id;
    if (known) return known;
    const line = row.twins[0]?.line ?? null;
    const now = settled.find((other) => other.part === row.part && other.line === line)?.producer;
    if (now || line === null) return now ?? null;
    const [before] = await rows<{ producer: string | null }>(
      tx,
      'select producer from caseload.import_row where import = $1 and part = $2 and line = $3',
      [one.id, row.part, line],
    );
    return before?.producer ?? null;
  }

  /** Only what the household lacks is filled in: an answer of long ago never replaces one. */
  private async merge(
    tx: Tx,
    actor: Actor,
    { row, producer, hamlet }: { row: ImportRowKept; producer: string; hamlet: string | null },
  ): Promise<void> {
    const { head, phones, citizenIndex, address } = row;
    await this.households.add(tx, actor, { producer, head, hamlet, subArea: placeOf(row), citizenIndex, phones });
    const standing = (await this.onboarding.standing(tx, [producer])).get(producer);
    if (standing?.status !== 'draft') return;
    const said = { head, 'sub-area': placeOf(row), address } as const;
    const answers = (['head', 'sub-area', 'address'] as const).flatMap((item) => {
      const value = said[item];
      return value ? [{ item, value, at: longAgo }] : [];
    });
    if (answers.length > 0) await this.onboarding.answer(tx, actor, producer, answers);
  }

  private async finish(tx: Tx, actor: Actor, one: Import): Promise<void> {
    const [now] = await rows<{ entered: number; flagged: number; refused: number; first: number }>(tx, sumSql, [
      one.id,
      one.enteredAt,
    ]);
    const { entered = 0, flagged = 0, refused = 0 } = now ?? {};
    await record(tx, actor, 'households.imported', one.id, { commune: one.commune, entered, flagged, refused });
    await tx.query(`update caseload.import set state = 'checked', lease_until = null where id = $1`, [one.id]);
    if (flagged + refused === 0) await endImport(tx, { id: one.id, state: 'done', at: this.clock.now() }, this.files);
  }
}

const longAgo = '2000-01-01T00:00:00.000Z';
const key = ({ part, line }: ImportRowKept) => ({ part, line });
const placeOf = ({ hamletName, former }: ImportRowKept): string | null =>
  hamletName ? (former ? `${hamletName} (${former} cũ)` : hamletName).slice(0, 80) : former;

/** A cooperative on a list of members is entered, and does not become a member of another. */
const notAHousehold = (error: unknown): void => {
  if (!(error instanceof Problem) || error.code !== 'platform.not-found') throw error;
};

const within = (actor: Actor, { commune, province }: Import): boolean => {
  const area = areaOf(actor, 'household.import');
  return area.everywhere || area.communes.includes(commune) || area.provinces.includes(province);
};

export const ready = `(state = 'new' or (state in ('flagged', 'known') and decision is not null))`;
const readySql = `select ${rowColumns} from caseload.import_row where import = $1 and ${ready}
  order by part, line limit $2`;
const flag = `update caseload.import_row r set state = 'flagged', twins = given.twins
  from jsonb_to_recordset($2::jsonb) as given (part int, line int, twins jsonb)
  where r.import = $1 and r.part = given.part and r.line = given.line`;
const settle = `update caseload.import_row r set state = given.state, producer = given.producer, settled_at = $3
  from jsonb_to_recordset($2::jsonb) as given (part int, line int, state text, producer uuid)
  where r.import = $1 and r.part = given.part and r.line = given.line`;
const sumSql = `select count(*) filter (where state in ('entered', 'merged') and settled_at >= $2)::int as entered,
    count(*) filter (where state = 'flagged')::int as flagged, count(*) filter (where state = 'wrong')::int as refused
  from caseload.import_row where import = $1`;
