import { type BodyOf, type declare, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Area } from './area.ts';
import type { Declaration } from './fact.entity.ts';

/** A commune's officer states what only the commune knows, with its document. The same id again is the same statement. */
@Injectable()
export class Declare {
  constructor(
    private readonly db: DataSource,
    private readonly area: Area,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, code: string, input: BodyOf<typeof declare>): Promise<ResultOf<typeof declare>> {
    const { code: commune } = await this.area.commune(actor, code, 'assessment.declare');
    return inTx(this.db, async (tx) => {
      const { id, kind, document, validFrom } = input;
      const stated = await rows(tx, insert, [
        id,
        commune,
        kind,
        kind === 'households' ? input.value : null,
        kind === 'key-products' ? [...new Set(input.commodities)] : null,
        document,
        validFrom,
        this.clock.now(),
        actor.id,
      ]);
      if (stated.length > 0) await record(tx, actor, 'commune.declared', id, { commune, kind, document });
      const [known] = await rows<Pick<Declaration, 'id' | 'kind' | 'document' | 'validFrom' | 'at'>>(tx, mine, [
        id,
        commune,
      ]);
      if (!known) throw new Problem('assessment.not-found'); // another commune's
      return { ...known, at: known.at.toISOString() };
    });
  }
}

const insert = `insert into assessment.declaration
    (id, commune, kind, households, commodities, document, valid_from, at, by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`;

const mine = `select id, kind, document, valid_from as "validFrom", at from assessment.declaration
  where id = $1 and commune = $2`;
