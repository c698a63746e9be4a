import { type BodyOf, type editListing, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { EditListing, PublishListing } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import { CorrectStock } from '../stock/index.ts';
import type { Existing } from './goods.ts';
import { listingOf, same } from './goods-plan.rules.ts';
import { OwnGoods } from './own-goods.ts';
import type { GoodsRowKept } from './sheet.entity.ts';

export interface Entered {
  state: 'listed' | 'waiting' | 'changed' | 'same';
  listing: string | null;
}

/** Does what one row says, through the acts a person would use. The same row again is the same listing, edit and count. */
@Injectable()
export class EnterRow {
  constructor(
    private readonly publish: PublishListing,
    private readonly edit: EditListing,
    private readonly count: CorrectStock,
    private readonly own: OwnGoods,
  ) {}

  async run(actor: Actor, producer: string, row: GoodsRowKept): Promise<Entered> {
    if (row.state === 'change') return this.change(actor, row);
    if (row.pictures.length === 0) return { state: 'waiting', listing: null };
    return this.list(actor, producer, row, row.pictures);
  }

  /** Hands a new product in. @throws Problem of the catalogue's */
  async list(actor: Actor, producer: string, { id, goods }: GoodsRowKept, pictures: string[]): Promise<Entered> {
    if (!goods) throw new Problem('sheets.illegal-step');
    const listing = await this.publish.run(actor, { ...listingOf(goods), id, producer, pictures });
    return { state: 'listed', listing: listing.id };
  }

  /** What is so already, because somebody did it meanwhile or this row was entered before, is left. */
  private async change(actor: Actor, { id, listing, edits }: GoodsRowKept): Promise<Entered> {
    if (!listing) throw new Problem('sheets.illegal-step');
    const now = await this.own.one(actor, listing);
    const { quantity, ...said } = remaining(edits, now);
    // A count is what buyers may have overtaken: refused, it leaves the rest as it was.
    if (typeof quantity === 'number') {
      await this.count.run(actor, listing, { id, onHand: quantity, reason: 'Ghi theo bảng tính' });
    }
    if (Object.keys(said).length > 0) {
      // Whoever let it be entered had read the report, and a price that jumps with it.
      await this.edit.run(actor, listing, {
        ...(said as Partial<BodyOf<typeof editListing>>),
        version: now.version,
        confirm: true,
      });
    }
    return { state: 'changed', listing };
  }
}

const remaining = (edits: GoodsRowKept['edits'], { goods }: Existing): GoodsRowKept['edits'] =>
  Object.fromEntries(
    Object.entries(edits).filter(([field, value]) => !same(goods[field as keyof typeof goods], value)),
  );
