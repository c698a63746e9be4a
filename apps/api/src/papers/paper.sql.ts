import { type Area, type PaperKind, type PaperView, citizenCards } from '@chophien/contracts';
import { daysBetween, vietnamDay } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import type { DataSource } from 'typeorm';
import type { Allowance } from './paper.entity.ts';

/** A paper as it is read: its row, and what is known of its pages. */
export interface PaperRow {
  id: string;
  producer: string;
  commune: string;
  province: string;
  kind: PaperKind;
  state: PaperView['state'];
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  handedInAt: Date;
  handedInBy: string | null;
  reason: string | null;
  replaces: string | null;
  sheets: PaperView['sheets'];
  pages: number;
  scanned: boolean;
}

/** Of `papers.paper` under the name `paper`. */
export const paperColumns = `paper.id, paper.producer, paper.commune, paper.province, paper.kind, paper.state, paper.number,
  paper.issuer, paper.issued_on as "issuedOn", paper.expires_on as "expiresOn", paper.handed_in_at as "handedInAt",
  paper.handed_in_by as "handedInBy", paper.reason, paper.replaces,
  array(select case page.type when 'image/jpeg' then 'picture' else 'pdf' end from papers.page
    where page.paper = paper.id and page.key is not null order by page.page) as sheets,
  (select count(*)::int from papers.page where page.paper = paper.id) as pages,
  not exists (select 1 from papers.page where page.paper = paper.id and page.scanned_by is null) as scanned`;

export const paperView = (row: PaperRow, now: Date): PaperView => ({
  id: row.id,
  producer: row.producer,
  kind: row.kind,
  state: row.state,
  number: row.number,
  issuer: row.issuer,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  pages: row.pages,
  handedInAt: row.handedInAt.toISOString(),
  reason: row.reason,
  daysLeft: row.expiresOn === null ? null : daysBetween(vietnamDay(now), row.expiresOn),
  sheets: row.sheets,
  scanned: row.scanned,
});

/** Papers of an area ($1 communes, $2 provinces, $3 everywhere) that are checked by themselves: citizen cards are not. */
export const toCheck = `paper.destroyed_at is null and paper.kind not in (${citizenCards.map((kind) => `'${kind}'`).join(', ')})
  and (paper.commune = any($1::text[]) or paper.province = any($2::text[]) or $3::boolean)`;

export const ofArea = ({ communes, provinces, everywhere }: Area): unknown[] => [communes, provinces, everywhere];

/** The row of the latest day that has come. */
export const allowanceAt = async (db: DataSource | Tx, now: Date): Promise<Allowance> => {
  const [found] = await rows<Allowance>(
    db,
    `select valid_from as "validFrom", waiting, bytes, pixels, pdf_pages as "pdfPages", source from papers.allowance
     where valid_from <= $1 order by valid_from desc limit 1`,
    [vietnamDay(now)],
  );
  if (!found) throw new Error('no allowance for papers is in force');
  return found;
};

/** Days before the end at which a household is reminded, the farthest first. */
export const remindersAt = async (db: DataSource | Tx, now: Date): Promise<number[]> => {
  const found = await rows<{ days: number }>(
    db,
    `select days from papers.reminder
     where valid_from = (select max(valid_from) from papers.reminder where valid_from <= $1) order by days desc`,
    [vietnamDay(now)],
  );
  return found.map(({ days }) => days);
};
