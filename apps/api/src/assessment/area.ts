import { type CommuneView, Problem, type Right, areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';

/** Which communes' numbers someone may see. */
@Injectable()
export class Area {
  constructor(private readonly communes: Communes) {}

  /** Codes of the communes where someone holds a right: her own, all of her province, or every one. */
  of(actor: Actor, right: Right): Promise<string[]> {
    return this.communes.inArea(areaOf(actor, right));
  }

  /**
   * A commune where someone holds a right.
   * @throws Problem assessment.not-found for any other, whether or not it exists
   */
  async commune(actor: Actor, code: string, right: Right): Promise<CommuneView> {
    const [mine, commune] = await Promise.all([this.of(actor, right), this.communes.get(code)]);
    if (!commune || !mine.includes(commune.code)) throw new Problem('assessment.not-found');
    return commune;
  }
}
