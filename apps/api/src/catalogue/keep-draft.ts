import { type BodyOf, type keepListingDraft, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Draft } from './draft.entity.ts';
import { DraftQueries, type DraftView } from './draft.queries.ts';
import { latest } from './draft.rules.ts';

/** A form that never ends is somebody filling our disk. */
const mostOpen = 200;

/**
 * Keeps answers of a listing on its way, before its producer is approved too. Of two answers to one question the later stands,
 * whenever it arrives; what comes after the form was handed in or thrown away is refused by name, so that a phone that was
 * away does not raise it from the dead.
 */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly db: DataSource,
    private readonly drafts: DraftQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.not-found, catalogue.draft-ended, catalogue.too-many-drafts */
  async run(actor: Actor, id: string, { producer, answers }: BodyOf<typeof keepListingDraft>): Promise<DraftView> {
    return inTx(this.db, async (tx) => {
      const now = this.clock.now();
      await open(tx, actor, { id, producer, now });
      const given = latest(answers, now);
      await rows(tx, keep, [
        id,
        given.map(({ field }) => field),
        given.map(({ value }) => JSON.stringify(value)),
        given.map(({ at }) => at),
      ]);
      return this.drafts.get(actor, id, tx);
    });
  }
}

const open = async (
  tx: Tx,
  actor: Actor,
  { id, producer, now }: { id: string; producer: string; now: Date },
): Promise<void> => {
  const mine = producersOf(actor, 'listing.publish');
  if (!mine.includes(producer)) throw new Problem('catalogue.not-found');
  const [handedIn] = await rows<{ producer: string }>(tx, 'select producer from catalogue.offer where id = $1', [id]);
  if (handedIn) {
    throw mine.includes(handedIn.producer)
      ? new Problem('catalogue.draft-ended', { ended: 'handed-in' })
      : new Problem('catalogue.not-found');
  }
  await rows(
    tx,
    `insert into catalogue.draft (id, owner, producer, started_at, changed_at) values ($1, $2, $3, $4, $4)
     on conflict (id) do update set changed_at = excluded.changed_at, producer = excluded.producer
     where draft.owner = excluded.owner and draft.ended is null`,
    [id, actor.id, producer, now],
  );
  const [draft] = await rows<Pick<Draft, 'owner' | 'ended'>>(
    tx,
    'select owner, ended from catalogue.draft where id = $1 for update',
    [id],
  );
  if (draft?.owner !== actor.id) throw new Problem('catalogue.not-found');
  if (draft.ended) throw new Problem('catalogue.draft-ended', { ended: draft.ended });
  const [counted] = await rows<{ open: number }>(
    tx,
    'select count(*)::int as open from catalogue.draft where owner = $1 and ended is null',
    [actor.id],
  );
  if ((counted?.open ?? 0) > mostOpen) throw new Problem('catalogue.too-many-drafts', { most: mostOpen });
};

const keep = `insert into catalogue.draft_answer as kept (draft, field, value, at)
  select $1, field, value, at from unnest($2::text[], $3::jsonb[], $4::timestamptz[]) as given (field, value, at)
  on conflict (draft, field) do update set value = excluded.value, at = excluded.at
  where (excluded.at, excluded.value::text) > (kept.at, kept.value::text)`;
