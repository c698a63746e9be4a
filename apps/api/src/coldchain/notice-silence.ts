import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';

const actor = system('cold-chain-watch');

/**
 * States, once for each gap, that a logger under way has said nothing for too long; by the clock, because silence sends
 * nothing. Also sees that a last reading is judged for as long as it holds.
 */
@Injectable()
export class NoticeSilence {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await rows(this.db, heldOut, [now]);
    await inTx(this.db, async (tx) => {
      for (const { parcel, since, ...about } of await rows<Silent>(tx, fallenSilent, [now])) {
        await record(tx, actor, 'device.silent', parcel, { ...about, since: since.toISOString() });
      }
    });
  }
}

interface Silent {
  parcel: string;
  device: string;
  shipment: string;
  commune: string;
  since: Date;
}

/** The clock alone moved them: their last reading held on after they were judged. */
const heldOut = `insert into coldchain.dirty (assignment)
  select id from coldchain.assignment
  where ended_at is null and judged_at < last_at + make_interval(secs => hold_max_seconds)
    and judged_at < $1::timestamptz - interval '1 minute'`;

const fallenSilent = `with silent as (
    select id, greatest(began_at, last_at) as since from coldchain.assignment
    where ended_at is null
      and greatest(began_at, last_at) + make_interval(secs => gap_alert_seconds) <= $1
      and silent_since is distinct from greatest(began_at, last_at)
    order by id limit 200
    for no key update skip locked
  )
  update coldchain.assignment set silent_since = silent.since from silent where assignment.id = silent.id
  returning parcel, device, shipment, commune, silent.since`;
