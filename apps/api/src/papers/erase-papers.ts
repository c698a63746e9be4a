import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { DestroyPapers } from './destroy-papers.ts';

const actor = system('papers');

/** Hears that a person's data goes: what no decision of an official rests on is destroyed. */
@Injectable()
export class ErasePapers implements Listener<'erasure.granted'> {
  constructor(
    private readonly destroy: DestroyPapers,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    const producers = events.flatMap(({ data }) => data.producers);
    const free = await rows<{ id: string }>(tx, mayGo, [producers, vietnamDay(this.clock.now())]);
    const ids = free.map(({ id }) => id);
    await this.destroy.of(tx, actor, ids);
    // What nobody has checked is no longer to be checked.
    await tx.query(`update papers.paper set state = 'taken-back' where id = any($1::uuid[]) and state = 'waiting'`, [
      ids,
    ]);
    await tx.query('update papers.paper set number = null, issuer = null where id = any($1::uuid[])', [ids]);
  }
}

const mayGo = `select paper.id from papers.paper paper
  where paper.producer = any($1::uuid[]) and not (
    paper.state in ('verified', 'expired', 'replaced') and coalesce((
      select kept from papers.keeping where keeping.kind = paper.kind and keeping.valid_from <= $2
      order by keeping.valid_from desc limit 1), false))`;
