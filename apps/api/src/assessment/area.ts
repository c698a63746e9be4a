import { type CommuneView, Problem, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';

/** Which communes' numbers someone may see. */
@Injectable()
export class Area {
  constructor(private readonly communes: Communes) {}

  /** Codes of the officer's communes: her own, or all of her province. */
  of(actor: Actor): Promise<string[]> {
    return this.communes.inArea(areaOf(actor, 'assessment.read'));
  }

  /**
   * A commune of the officer's area.
   * @throws Problem assessment.not-found for any other, whether or not it exists
   */
  async commune(actor: Actor, code: string): Promise<CommuneView> {
    const [mine, commune] = await Promise.all([this.of(actor), this.communes.get(code)]);
    if (!commune || !mine.includes(commune.code)) throw new Problem('assessment.not-found');
    return commune;
  }
}
