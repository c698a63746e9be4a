import type { PaperView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { FieldPlace } from './field-place.ts';

/** Hands in the photograph of a signed slip: the one paper a helper may hand in before the household has let her do anything. */
@Injectable()
export class HandInSlip {
  constructor(
    private readonly db: DataSource,
    private readonly papers: Papers,
    private readonly place: FieldPlace,
  ) {}

  /** @throws Problem caseload.not-found, papers.unreadable and whatever else papers says to a picture */
  async run(actor: Actor, slip: { household: string; paper: string; bytes: Uint8Array }): Promise<PaperView> {
    const { commune } = await this.place.household(this.db, actor, slip.household);
    return this.papers.accept(actor, {
      id: slip.paper,
      producer: slip.household,
      commune,
      kind: 'consent-slip',
      page: 1,
      bytes: slip.bytes,
    });
  }
}
