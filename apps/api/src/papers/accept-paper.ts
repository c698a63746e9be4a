import { type PaperKind, type PaperView, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { sealBytes } from '../platform/sealed.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { judge } from './judge.ts';
import type { Page, Paper } from './paper.entity.ts';
import { maySee } from './paper.rules.ts';
import { allowanceAt, type PaperRow, paperColumns, paperView } from './paper.sql.ts';
import { VirusScanner } from './virus-scanner.ts';

/** One page of a paper as it was sent. */
export interface Sent {
  /** The paper's, made by whoever sends it. */
  id: string;
  producer: string;
  commune: string;
  kind: PaperKind;
  /** From 1; each after the one before it. */
  page: number;
  bytes: Uint8Array;
  replaces?: string | undefined;
}

/** Where a page belongs: what seals it, and what opens it. */
export const placeOf = (paper: { id: string; producer: string }, page: number) => ({
  table: 'papers.page',
  row: `${paper.id}/${page}`,
  owner: paper.producer,
});

/**
 * Takes in one page: scanned, judged by its bytes, drawn anew, sealed, and only then kept. The same page sent again is the
 * same; another picture for a page takes its place while the paper waits.
 */
@Injectable()
export class AcceptPaper {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly scanner: VirusScanner,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem papers.not-found (another's id), papers.illegal-step, papers.too-many, and whatever judge and scanner say */
  async run(actor: Actor, sent: Sent): Promise<PaperView> {
    const sentHash = sha256(sent.bytes);
    const known = await this.known(this.db, actor, sent);
    if (known?.pages.some(({ page, hash }) => page === sent.page && hash === sentHash)) return this.view(sent.id);
    if (known) replaceable(known, sent);
    const commune = await this.communes.get(sent.commune);
    if (!commune) throw new Problem('communes.unknown', { code: sent.commune });
    const limits = await allowanceAt(this.db, this.clock.now());
    const { scannedBy } = await this.scanner.scan(sent.bytes);
    const kept = await judge(sent.bytes, limits);
    const { sealed, key } = await sealBytes(kept.bytes, placeOf(sent, sent.page));
    const object = `papers/${sent.id}/${sent.page}-${randomToken().replaceAll(/[_-]/g, '').slice(0, 16)}`;
    await this.storage.put(object, sealed, 'application/octet-stream');
    const page = { type: kept.type, bytes: kept.bytes.length, sentHash, scannedBy, object, key };
    try {
      const former = await inTx(this.db, (tx) =>
        this.keep(tx, actor, { sent, page, place: { commune: commune.code, province: commune.province.code }, limits }),
      );
      if (former) await this.storage.delete(former);
    } catch (error) {
      await this.storage.delete(object); // its key is kept nowhere: it could never be opened
      throw error;
    }
    return this.view(sent.id);
  }

  /** Answers the object whose place this one took. */
  private async keep(tx: Tx, actor: Actor, { sent, page, place, limits }: Keeping): Promise<string | null> {
    // One at a time of one producer: what it has here is counted and then added to.
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('papers ' || $1, 0))`, [sent.producer]);
    const now = this.clock.now();
    const known = await this.known(tx, actor, sent);
    if (known) replaceable(known, sent);
    const pages = known?.pages.length ?? 0;
    if (sent.page > pages + 1) throw outOfOrder;
    await this.withinAllowance(tx, sent, page.bytes, limits);
    if (!known) {
      await tx.query(
        `insert into papers.paper (id, producer, commune, province, kind, state, handed_in_at, handed_in_by, replaces)
         values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8)`,
        [sent.id, sent.producer, place.commune, place.province, sent.kind, now, actor.id, sent.replaces ?? null],
      );
      const { producer, kind } = sent;
      await record(tx, actor, 'paper.added', sent.id, { producer, commune: place.commune, kind, expiresOn: null });
    }
    const [former] = await rows<{ object: string | null }>(
      tx,
      'select object from papers.page where paper = $1 and page = $2',
      [sent.id, sent.page],
    );
    await tx.query(
      `insert into papers.page (paper, page, type, bytes, sent_hash, scanned_by, at, object, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (paper, page) do update set type = excluded.type, bytes = excluded.bytes, sent_hash = excluded.sent_hash,
         scanned_by = excluded.scanned_by, at = excluded.at, object = excluded.object, key = excluded.key`,
      [sent.id, sent.page, page.type, page.bytes, page.sentHash, page.scannedBy, now, page.object, page.key],
    );
    return former?.object ?? null;
  }

  private async withinAllowance(tx: Tx, sent: Sent, more: number, limits: Limits): Promise<void> {
    const [has] = await rows<{ waiting: number; bytes: number }>(
      tx,
      `select (select count(*)::int from papers.paper
                where producer = $1 and state = 'waiting' and destroyed_at is null and id <> $2) as waiting,
              (select coalesce(sum(page.bytes), 0)::bigint from papers.page join papers.paper on paper.id = page.paper
                where paper.producer = $1 and page.key is not null) as bytes`,
      [sent.producer, sent.id],
    );
    if (has && (has.waiting >= limits.waiting || has.bytes + more > limits.bytes)) {
      throw new Problem('papers.too-many', { waiting: limits.waiting, bytes: limits.bytes });
    }
  }

  /** The paper of this id, if there is one; another producer's, or one that may not be seen, is not found. */
  private async known(db: DataSource | Tx, actor: Actor, { id, producer }: Sent): Promise<Known | undefined> {
    const [found] = await rows<Known>(
      db,
      `select producer, kind, state, handed_in_by as "handedInBy", destroyed_at as "destroyedAt",
         coalesce((select json_agg(json_build_object('page', page, 'hash', sent_hash)) from papers.page
           where paper = paper.id and key is not null), '[]') as pages
       from papers.paper paper where id = $1`,
      [id],
    );
    if (found && (found.producer !== producer || !maySee(actor, found))) throw new Problem('papers.not-found');
    return found;
  }

  private async view(id: string): Promise<PaperView> {
    const [row] = await rows<PaperRow>(this.db, `select ${paperColumns} from papers.paper paper where id = $1`, [id]);
    if (!row) throw new Problem('papers.not-found');
    return paperView(row, this.clock.now());
  }
}

type Limits = Awaited<ReturnType<typeof allowanceAt>>;
type Known = Pick<Paper, 'producer' | 'kind' | 'state' | 'handedInBy' | 'destroyedAt'> & {
  pages: { page: number; hash: string }[];
};

interface Keeping {
  sent: Sent;
  page: Pick<Page, 'type' | 'bytes' | 'sentHash' | 'scannedBy' | 'object' | 'key'>;
  place: { commune: string; province: string };
  limits: Limits;
}

const outOfOrder = new Problem('platform.invalid-input', {
  errors: [{ field: 'query.page', rule: 'order', message: 'the page before it comes first' }],
});

/** Pages come and change only while the paper waits, and it stays of its kind. */
const replaceable = (known: Known, sent: Sent): void => {
  if (known.state !== 'waiting' || known.destroyedAt !== null || known.kind !== sent.kind) {
    throw new Problem('papers.illegal-step', { state: known.state });
  }
};
