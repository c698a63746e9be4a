import { type BodyOf, belongsTo, type askSupport, Problem, type SupportRequestDetail } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { SupportQueries } from './support.queries.ts';
import { numberOf } from './support.rules.ts';
import { writeNote } from './write-note.ts';

/** Takes in a request for help and gives it its number and its time. The same id with the same words is the same request. */
@Injectable()
export class AskSupport {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly support: SupportQueries,
  ) {}

  async run(
    actor: Actor,
    { id, topic, text, commune: code, producer }: BodyOf<typeof askSupport>,
  ): Promise<SupportRequestDetail> {
    if (producer && !belongsTo(actor, producer)) throw new Problem('support.not-found');
    const [commune, topics] = await Promise.all([this.communes.get(code), this.support.topics()]);
    if (!commune) throw new Problem('communes.unknown', { commune: code });
    const asked = topics.find((known) => known.id === topic);
    if (!asked) throw new Problem('support.topic-unknown');
    const now = this.clock.now();
    const hash = sha256(JSON.stringify([actor.id, topic, text, commune.code, producer ?? null]));
    await inTx(this.db, async (tx) => {
      const [known] = await rows<{ hash: string }>(tx, 'select text_hash as hash from support.request where id = $1', [
        id,
      ]);
      if (known && known.hash !== hash) throw new Problem('support.id-used');
      if (known) return;
      const [next] = await rows<{ count: number }>(tx, `select nextval('support.number')::int as count`);
      const number = numberOf('HT', next?.count ?? 0, vietnamDay(now));
      const dueAt = new Date(now.getTime() + asked.hours * 3_600_000);
      await tx.query(
        `insert into support.request (id, number, commune, province, producer, asker, topic, text_hash, opened_at, due_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
        [id, number, commune.code, commune.province.code, producer ?? null, actor.id, topic, hash, now, dueAt],
      );
      await writeNote(tx, { id, request: id, at: now, by: actor.id as string, side: 'asker', text });
      await record(tx, actor, 'support.opened', id, {
        number,
        commune: commune.code,
        topic,
        producer: producer ?? null,
        asker: actor.id,
      });
    });
    return this.support.ownOne(actor, id);
  }
}
