import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { keysOf, widthsFor } from './picture.rules.ts';
import { holdFiles } from './picture.sql.ts';

const keptHours = 48;
/** What pictures of before were made as, too. */
const former = 640;

interface Gone {
  hash: string;
  width: number;
  widths: number[];
}

/**
 * Forgets pictures that no listing came to show within two days and no draft names: a form that was never sent, or somebody
 * filling our disk, or one that was taken out of its listing.
 */
@Injectable()
export class ForgetPictures {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await rows(this.db, released, [this.clock.now()]);
    const before = new Date(this.clock.now().getTime() - keptHours * 3_600_000);
    const unused = await rows<Gone>(
      this.db,
      `select distinct hash, width, widths from catalogue.picture where ${unshown}`,
      [before],
    );
    for (const one of unused) await this.forget(one, before);
  }

  /** The files go while nobody can take in the same picture; what is left behind by a failure is found by the next run. */
  private async forget({ hash, width, widths }: Gone, before: Date): Promise<void> {
    await inTx(this.db, async (tx) => {
      await holdFiles(tx, hash);
      await tx.query(`delete from catalogue.picture where ${unshown} and hash = $2`, [before, hash]);
      const [others] = await rows(tx, 'select from catalogue.picture where hash = $1 limit 1', [hash]);
      if (others) return;
      await tx.query('delete from catalogue.picture_work where hash = $1', [hash]);
      const all = new Set([...widthsFor(width), ...widths, former]);
      for (const key of keysOf(hash, [...all])) await this.storage.delete(key);
    });
  }
}

/** $1: handed in before. */
const unshown = `state = 'unused' and at < $1 and not exists (
  select from catalogue.draft_answer answer join catalogue.draft on draft.id = answer.draft
  where draft.owner = picture.owner and strpos(answer.value::text, picture.id::text) > 0)`;

/** A picture that was taken out of its listing has two days like any other: the seller may put it back. */
const released = `update catalogue.picture set state = 'unused', at = $1 where state = 'used'
  and not exists (select from catalogue.offer_picture place where place.picture = picture.id)
  and not exists (select from catalogue.offer where offer.picture = picture.id)
  and not exists (select from catalogue.listing_review review
    where review.state in ('in_review', 'returned') and review.edit -> 'pictures' ? picture.id::text)`;
