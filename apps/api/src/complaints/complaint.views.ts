import type { Complaint, ComplaintDetail, ComplaintOutcome } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import { Ordering } from '../ordering/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type ComplaintRow, keyOf } from './complaint-row.ts';
import { isLate, mayReopen } from './complaint.rules.ts';
import * as sql from './complaint.sql.ts';

type Reader = 'complainant' | 'producer' | 'official';
interface NoteRow {
  at: Date;
  side: 'complainant' | 'producer' | 'office';
  kind: 'words' | 'decision' | 'reopening';
  by: string | null;
  outcome: ComplaintOutcome | null;
  text: string;
}

/** Complaints as each side reads them: only an official sees who complained, only who complained gets the key. */
@Injectable()
export class ComplaintViews {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly ordering: Ordering,
  ) {}

  async many(found: readonly ComplaintRow[]): Promise<Complaint[]> {
    const [communes, producers] = await Promise.all([
      this.communes.many([...new Set(found.map(({ commune }) => commune))]),
      this.identity.producers(this.db, [...new Set(found.map(({ producer }) => producer))]),
    ]);
    const now = this.clock.now();
    const time = (at: Date | null) => at?.toISOString() ?? null;
    return found.map((row) => ({
      id: row.id,
      number: row.number,
      topic: { id: row.topic, title: row.title, workingDays: row.workingDays, legalRef: row.legalRef },
      state: row.state,
      commune: { code: row.commune, fullName: communes.get(row.commune)?.fullName ?? row.commune },
      producer: { id: row.producer, name: producers.get(row.producer)?.name ?? '' },
      orderCode: row.orderCode,
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      late: isLate(row, now),
      escalatedAt: time(row.escalatedAt),
      decidedAt: time(row.decidedAt),
      outcome: row.outcome,
      reason: row.reason,
      authority: row.authority,
      reopenedAt: time(row.reopenedAt),
    }));
  }

  /** With who looks after each. */
  async owned(found: readonly ComplaintRow[]): Promise<(Complaint & { owner: string | null })[]> {
    const [views, owners] = await Promise.all([
      this.many(found),
      this.identity.contacts(found.flatMap(({ owner }) => owner ?? [])),
    ]);
    return views.map((view, index) => ({ ...view, owner: owners.get(found[index]?.owner ?? '')?.name ?? null }));
  }

  async detail(db: DataSource | Tx, row: ComplaintRow, reader: Reader): Promise<ComplaintDetail> {
    const [views, notes] = await Promise.all([this.many([row]), rows<NoteRow>(db, sql.notes, [row.id])]);
    const officials = notes.flatMap(({ side, by }) => (side === 'office' && by ? [by] : []));
    const ids = [...new Set([row.owner, row.complainant, ...officials].filter((one) => one !== null))];
    const people = await this.identity.contacts(ids);
    return {
      ...(views[0] as Complaint),
      owner: row.owner ? { id: row.owner, name: people.get(row.owner)?.name ?? null } : null,
      notes: notes.map(({ at, side, kind, by, outcome, text }) => ({
        at: at.toISOString(),
        from: side,
        kind,
        by: side === 'office' && by ? (people.get(by)?.name ?? null) : null,
        outcome,
        text,
      })),
      mayReopen: reader === 'complainant' && mayReopen(row),
      key: reader === 'complainant' ? keyOf(row.id) : null,
      complainant: reader === 'official' ? await this.complainant(row, people) : null,
    };
  }

  /** Who complained: a person of ours, or the phone a guest ordered with. */
  private async complainant(
    { complainant, orderId }: ComplaintRow,
    people: ReadonlyMap<string, { name: string | null; phone: string }>,
  ): Promise<ComplaintDetail['complainant']> {
    const known = complainant ? people.get(complainant) : undefined;
    if (known) return { name: known.name, phone: known.phone };
    const phone = orderId ? (await this.ordering.buyerPhone([orderId])).get(orderId) : undefined;
    return phone ? { name: null, phone } : null;
  }
}
