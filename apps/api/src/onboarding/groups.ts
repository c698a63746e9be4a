import { Injectable } from '@nestjs/common';
import { vietnamDay } from '@chophien/kernel';
import { Catalogue } from '../catalogue/index.ts';

/** Which group each kind of produce belongs to, asked of the catalogue once a day. */
@Injectable()
export class Groups {
  private day = '';
  private known = new Map<string, string | null>();

  constructor(private readonly catalogue: Catalogue) {}

  /** The groups of these kinds of produce; what cannot be sold is in none. */
  async of(commodities: readonly string[], at: Date): Promise<string[]> {
    const day = vietnamDay(at);
    if (this.day !== day) {
      this.day = day;
      this.known = new Map();
    }
    for (const commodity of commodities) {
      if (this.known.has(commodity)) continue;
      const profile = await this.catalogue.profile(commodity, at);
      this.known.set(commodity, profile?.category ?? null);
    }
    return [...new Set(commodities.flatMap((commodity) => this.known.get(commodity) ?? []))];
  }
}
