import { areaOf, type HamletView, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Communes } from './communes.ts';
import { formerKey, hamletKey } from './hamlet.rules.ts';
import { Hamlets, type WrittenHamlet } from './hamlets.ts';

/** What an officer writes down of her commune's hamlets: a new one, another spelling, two that are one. */
@Injectable()
export class KeepHamlet {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly hamlets: Hamlets,
  ) {}

  /** @throws Problem platform.not-found */
  async add(actor: Actor, commune: string, written: WrittenHamlet): Promise<HamletView> {
    await this.within(actor, commune);
    return inTx(this.db, (tx) => this.hamlets.findOrMake(tx, commune, written, actor.id));
  }

  /** @throws Problem platform.not-found, caseload.hamlet-unknown, caseload.hamlet-known */
  async rename(actor: Actor, commune: string, slug: string, written: WrittenHamlet): Promise<HamletView> {
    await this.within(actor, commune);
    return inTx(this.db, async (tx) => {
      const hamlet = await this.known(tx, commune, slug);
      await rows(
        tx,
        `update communes.hamlet set name = $3, former = $4, folded = $5, former_folded = $6
         where commune = $1 and slug = $2`,
        [
          commune,
          hamlet.slug,
          written.name,
          written.former ?? null,
          hamletKey(written.name),
          formerKey(written.former),
        ],
      );
      await record(tx, actor, 'hamlet.changed', hamlet.slug, { commune, slug: hamlet.slug, into: null });
      return this.known(tx, commune, hamlet.slug);
    });
  }

  /** @throws Problem platform.not-found, caseload.hamlet-unknown */
  async merge(actor: Actor, commune: string, slug: string, into: string): Promise<HamletView> {
    await this.within(actor, commune);
    return inTx(this.db, async (tx) => {
      await tx.query('select 1 from communes.hamlet where commune = $1 order by slug for update', [commune]);
      const [from, to] = [await this.known(tx, commune, slug), await this.known(tx, commune, into)];
      if (from.slug === to.slug) return to; // done before, or both ways at the same moment
      await tx.query('update communes.hamlet set merged_into = $3 where commune = $1 and slug = $2', [
        commune,
        from.slug,
        to.slug,
      ]);
      await record(tx, actor, 'hamlet.changed', from.slug, { commune, slug: from.slug, into: to.slug });
      return to;
    });
  }

  private async known(tx: Tx, commune: string, slug: string) {
    const hamlet = await this.hamlets.get(tx, commune, slug);
    if (!hamlet) throw new Problem('caseload.hamlet-unknown');
    return hamlet;
  }

  private async within(actor: Actor, commune: string): Promise<void> {
    const { communes, provinces, everywhere } = areaOf(actor, 'household.import');
    const unit = await this.communes.get(commune);
    if (!unit) throw new Problem('platform.not-found');
    if (everywhere || communes.includes(unit.code) || provinces.includes(unit.province.code)) return;
    throw new Problem('platform.not-found');
  }
}
