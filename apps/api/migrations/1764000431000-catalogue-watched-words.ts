import type { MigrationInterface, QueryRunner } from 'typeorm';
import { watched } from '../src/catalogue/watched-words-2026.ts';

/** Words the house points out to whoever looks at a listing, each with the law it comes from and since when. */
export class CatalogueWatchedWords1764000431000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table catalogue.watched_words (
  words text not null,
  valid_from date not null,
  valid_to date,
  reason text not null constraint watched_reason check (reason in ('prohibited', 'text-claims')),
  law text not null,
  constraint watched_words_key primary key (words, valid_from),
  constraint watched_days check (valid_from <= valid_to)
);
-- What was on sale before anybody had to look had been let be shown.
insert into catalogue.listing_step (offer, at, what, by_kind)
select id, published_at, 'approved', 'system' from catalogue.offer where approved_at is not null;
`);
    await runner.query(
      `insert into catalogue.watched_words (words, valid_from, valid_to, reason, law)
       select words, "validFrom"::date, "validTo"::date, reason, law from jsonb_to_recordset($1::jsonb)
         as given (words text, "validFrom" text, "validTo" text, reason text, law text)`,
      [JSON.stringify(watched)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table catalogue.watched_words;
delete from catalogue.listing_step where what = 'approved' and by_kind = 'system';
`);
  }
}
