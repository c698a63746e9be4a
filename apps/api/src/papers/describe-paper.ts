import { type BodyOf, type describePaper, isCitizenCard, type PaperView, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { PaperQueries } from './paper.queries.ts';

export type Facts = BodyOf<typeof describePaper>;

/** @throws Problem platform.invalid-input naming the date that cannot be */
export const datesMustBe = (facts: { issuedOn?: string | null; expiresOn?: string | null }, today: string): void => {
  const refuse = (field: string, rule: string, message: string): never => {
    throw new Problem('platform.invalid-input', { errors: [{ field, rule, message }] });
  };
  if (facts.issuedOn && facts.issuedOn > today) refuse('issuedOn', 'future', 'a day that has come');
  if (facts.issuedOn && facts.expiresOn && facts.expiresOn < facts.issuedOn)
    refuse('expiresOn', 'order', 'not before the day of issue');
};

/** Keeps what the household reads off its paper, as long as nobody has checked it. A citizen card's number is not kept here. */
@Injectable()
export class DescribePaper {
  constructor(
    private readonly db: DataSource,
    private readonly papers: PaperQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { producer, id }: { producer: string; id: string }, facts: Facts): Promise<PaperView> {
    const known = await this.papers.get(actor, producer, id);
    if (isCitizenCard(known.kind)) throw new Problem('papers.illegal-step', { kind: known.kind });
    datesMustBe(facts, vietnamDay(this.clock.now()));
    const described = await inTx(this.db, (tx) =>
      rows(
        tx,
        `update papers.paper set number = $3, issuer = $4, issued_on = $5, expires_on = $6
         where id = $1 and producer = $2 and state = 'waiting' and destroyed_at is null returning id`,
        [id, producer, facts.number ?? null, facts.issuer ?? null, facts.issuedOn ?? null, facts.expiresOn ?? null],
      ),
    );
    if (described.length === 0) throw new Problem('papers.illegal-step', { state: known.state });
    return this.papers.get(actor, producer, id);
  }
}
