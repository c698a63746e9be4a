import { Problem, type ReadingBatch } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { beforeDispatch } from './assignment.sql.ts';
import { type Kept, months, type Sorted, sort } from './reading.rules.ts';
import { type Headers, type Sender, VerifyDevice } from './verify-device.ts';

export interface Taken {
  batchKey: string;
  /** Readings in the batch. */
  readings: number;
  /** Of these, those that were not known before. */
  added: number;
}

/** A logger that has been away for months sends some hundred batches at once; no honest one sends more. */
const perDevice = { points: 600, seconds: 60 };

interface Batch {
  id: number;
  key: string;
  hash: string;
  size: number;
  sentAt: Date;
}

/**
 * Keeps what a logger measured. The same batch again is answered as the first time; a reading that is known is not added
 * again; what changed is judged soon after, by the clock. Answered only when all is committed.
 */
@Injectable()
export class TakeReadings {
  private readonly opened = new Set<string>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly verify: VerifyDevice,
    private readonly limits: Limits,
  ) {}

  /** @throws Problem coldchain.device-refused, coldchain.batch-conflict, platform.too-many */
  async run(headers: Headers, batch: ReadingBatch, body: Uint8Array): Promise<Taken> {
    const sender = await this.verify.run(headers, batch.deviceId, body);
    await this.limits.take('telemetry', sender.device, perDevice);
    const hash = sha256(body);
    const readings = sort(batch.readings, this.clock.now());
    await this.open(readings.kept);
    return inTx(this.db, async (tx) => {
      await this.verify.once(tx, sender);
      return (await earlier(tx, sender, batch.batchKey, hash)) ?? this.keep(tx, sender, batch, { hash, readings });
    });
  }

  private async keep(
    tx: Tx,
    sender: Sender,
    { batchKey, sentAt, readings }: ReadingBatch,
    { hash, readings: sorted }: { hash: string; readings: Sorted },
  ): Promise<Taken> {
    const [next] = await rows<{ id: number }>(tx, `select nextval('coldchain.ingest_batch_id_seq') as id`);
    const batch: Batch = { id: next?.id ?? 0, key: batchKey, hash, size: readings.length, sentAt: new Date(sentAt) };
    const added = await addReadings(tx, sender.device, batch.id, sorted.kept);
    await quarantine(tx, sender.device, batch.id, sorted.quarantined);
    const first = await rows(tx, note, [
      batch.id,
      sender.device,
      batch.key,
      batch.hash,
      batch.size,
      added,
      batch.sentAt,
      this.clock.now(),
    ]);
    if (first.length === 0) {
      // The same key came twice at once; the other one was first. Another body under it undoes this transaction.
      return (await earlier(tx, sender, batchKey, hash)) as Taken;
    }
    const [from, until] = [sorted.kept[0], sorted.kept.at(-1)];
    if (from && until) await rows(tx, disturb, [sender.device, from.at, until.at]);
    return { batchKey, readings: readings.length, added };
  }

  /** Sees that the months of these readings have their tables; once for each month and process. */
  private async open(kept: readonly Kept[]): Promise<void> {
    for (const month of months(kept)) {
      if (this.opened.has(month)) continue;
      await rows(this.db, 'select coldchain.ensure_reading_month($1::date)', [month]);
      this.opened.add(month);
    }
  }
}

/** The answer that this batch got before. @throws Problem coldchain.batch-conflict if its key then had another body */
const earlier = async (tx: Tx, { device }: Sender, batchKey: string, hash: string): Promise<Taken | undefined> => {
  const [known] = await rows<{ hash: string; readings: number; added: number }>(
    tx,
    `select body_sha256 as hash, n as readings, n_new as added from coldchain.ingest_batch
     where device = $1 and batch_key = $2`,
    [device, batchKey],
  );
  if (!known) return undefined;
  if (known.hash !== hash) throw new Problem('coldchain.batch-conflict', { batchKey });
  return { batchKey, readings: known.readings, added: known.added };
};

/** How many were new. A known reading with another value is kept beside it. */
const addReadings = async (tx: Tx, device: string, batch: number, kept: readonly Kept[]): Promise<number> => {
  if (kept.length === 0) return 0;
  const columns = [
    kept.map(({ channel }) => channel),
    kept.map(({ at }) => at.toISOString()),
    kept.map(({ celsius }) => celsius),
    kept.map(({ flags }) => flags),
  ];
  const [result] = await rows<{ added: number }>(tx, add, [device, batch, ...columns]);
  const added = result?.added ?? 0;
  if (added < kept.length) await rows(tx, keepConflicts, [device, batch, ...columns]);
  return added;
};

const quarantine = async (tx: Tx, device: string, batch: number, readings: Sorted['quarantined']): Promise<void> => {
  if (readings.length === 0) return;
  await rows(
    tx,
    `insert into coldchain.reading_quarantine (device, channel, device_time, value, batch)
     select $1, channel, at, value, $2 from unnest($3::text[], $4::text[], $5::real[]) as given (channel, at, value)`,
    [device, batch, ...(['channel', 'at', 'celsius'] as const).map((field) => readings.map((one) => one[field]))],
  );
};

const given = 'unnest($3::text[], $4::timestamptz[], $5::real[], $6::smallint[]) as given (channel, at, value, flags)';
const add = `with added as (
    insert into coldchain.reading (device, channel, device_time, value, flags, batch)
    select $1, channel, at, value, flags, $2 from ${given}
    on conflict do nothing returning 1
  ) select count(*)::integer as added from added`;
const keepConflicts = `insert into coldchain.reading_conflict (device, channel, device_time, value, flags, batch)
  select $1, given.channel, at, given.value, given.flags, $2
  from ${given} join coldchain.reading known on known.device = $1 and known.channel = given.channel and known.device_time = at
  where known.value <> given.value
  on conflict do nothing`;
const note = `insert into coldchain.ingest_batch (id, device, batch_key, body_sha256, n, n_new, sent_at, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint batch_once do nothing returning 1`;
/** The parcels this logger rode with in that time. */
const disturb = `insert into coldchain.dirty (assignment)
  select id from coldchain.assignment
  where device = $1 and began_at - interval '${beforeDispatch}' <= $3 and (ended_at is null or ended_at >= $2)`;
