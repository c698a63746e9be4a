import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { holdSight, settleSight } from './sight.ts';
import { type SeasonChange, settleSeason } from './settle-season.ts';

const actor = system('catalogue');
const batch = 500;

/**
 * A new day: what is sold, coming up or over, and what is in season. Nights that were missed are caught up with by the next
 * one, because only the day itself counts.
 */
@Injectable()
export class TurnSeasons {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = vietnamDay(this.clock.now());
    let after: string | null = null;
    do {
      const found: { id: string; producer: string }[] = await rows(this.db, next, [after, batch]);
      after = found.length < batch ? null : (found.at(-1)?.id ?? null);
      for (const [producer, offers] of Map.groupBy(found, (offer) => offer.producer)) {
        await inTx(this.db, (tx) => turn(tx, producer, { offers: offers.map(({ id }) => id), today }));
      }
    } while (after !== null);
  }
}

/** What one producer's listings become on this day. What comes back on sale is seen if nothing else hides it. */
const turn = async (
  tx: Tx,
  producer: string,
  { offers, today }: { offers: string[]; today: string },
): Promise<void> => {
  await holdSight(tx, producer, 'alone');
  const changes = await settleSeason(tx, offers, today);
  for (const { id, ...change } of changes) await record(tx, actor, 'listing.changed', id, told(change));
  if (changes.some(({ changed }) => changed.includes('window'))) await settleSight(tx, producer);
};

const told = ({ producer, commune, price, changed }: Omit<SeasonChange, 'id'>) => ({
  producer,
  commune,
  price,
  changed,
});

/** Those that days can change: withdrawn ones too, so that they come back as they are. */
const next = `select id, producer from catalogue.offer where ($1::uuid is null or id > $1) order by id limit $2`;
