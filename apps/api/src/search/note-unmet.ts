import type { QueryOf, searchListings } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { unmetWords, weekOf } from './unmet.rules.ts';

type Query = QueryOf<typeof searchListings>;

/** Different words of one week that are counted at most: whoever types at random fills no disk. */
const mostOfAWeek = 20_000;

/** Counts what was searched and not found: words, where the buyer said she is, and the week. Nothing of who she is. */
@Injectable()
export class NoteUnmet {
  /** For tests: what was noted so far is written when this is over. */
  written: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
  ) {}

  /** Nobody waits for it, and no answer fails because of it. */
  note(query: Query): void {
    this.written = this.write(query).catch((error: unknown) => log.warn({ err: error }, 'a search was not counted'));
  }

  private async write(query: Query): Promise<void> {
    const found = query.q === undefined || narrowed(query) ? undefined : unmetWords(query.q);
    if (!found) return;
    const week = weekOf(vietnamDay(this.clock.now()));
    await rows(this.db, counting, [week, await this.provinceOf(query), found.folded, found.words, mostOfAWeek]);
  }

  /** Empty when she named none. */
  private async provinceOf({ deliverTo, province, near }: Query): Promise<string> {
    const named = deliverTo ?? (province?.length === 1 ? province[0] : undefined) ?? near;
    if (named === undefined) return '';
    if (named.length === 5) return (await this.communes.get(named))?.province.code ?? '';
    return (await this.communes.province(named)) ? named : '';
  }
}

/** Narrowed by what it is, finding nothing says little about the words. */
const narrowed = ({
  category,
  commune,
  producer,
  storage,
  stars,
  priceFrom,
  priceTo,
  inSeason,
  kind,
  attributes,
}: Query): boolean =>
  [category, commune, producer, storage, stars, priceFrom, priceTo, inSeason, kind].some((one) => one !== undefined) ||
  Object.keys(attributes).length > 0;

/** With accents they are easier to read, so the first who types them gives the words. */
const counting = `
  insert into search.unmet (week, province, folded, words, times)
  select $1::date, $2, $3, $4, 1
  where exists (select from search.unmet where week = $1::date and province = $2 and folded = $3)
     or (select count(*) from search.unmet where week = $1::date) < $5
  on conflict (week, province, folded) do update set times = unmet.times + 1,
    words = case when unmet.words = unmet.folded then excluded.words else unmet.words end`;
