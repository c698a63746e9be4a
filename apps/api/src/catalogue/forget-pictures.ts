import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { fileName, widths } from './picture.rules.ts';
import { keyOf } from './put-picture.ts';

const keptHours = 48;

/** Forgets pictures that no listing came to show within two days and no draft names: a form that was never sent, or somebody filling our disk. */
@Injectable()
export class ForgetPictures {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptHours * 3_600_000);
    const hashes = await inTx(this.db, (tx) =>
      rows<{ hash: string }>(
        tx,
        `with gone as (
           delete from catalogue.picture where state = 'unused' and at < $1 and not exists (
             select from catalogue.draft_answer answer join catalogue.draft on draft.id = answer.draft
             where draft.owner = picture.owner and strpos(answer.value::text, picture.id::text) > 0)
           returning id, hash
         )
         select distinct hash from gone
         where not exists (select from catalogue.picture other
           where other.hash = gone.hash and (other.state = 'used' or other.at >= $1))`,
        [before],
      ),
    );
    for (const { hash } of hashes) {
      // Somebody may have handed in the same picture since.
      const again = await rows(this.db, 'select from catalogue.picture where hash = $1 limit 1', [hash]);
      if (again.length > 0) continue;
      for (const width of widths) await this.storage.delete(keyOf(fileName(hash, width)));
    }
  }
}
